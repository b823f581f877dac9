package org.minyi.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPartsTest {

    /** The sizes of 3GPP TS 23.040: 160 and 153 plain characters, 70 and 67 Chinese ones. */
    @ParameterizedTest
    @CsvSource({
        "a, 0, 1",
        "a, 160, 1",
        "a, 161, 2",
        "a, 306, 2",
        "a, 307, 3",
        "满, 70, 1",
        "满, 71, 2",
        "满, 134, 2",
        "满, 135, 3"
    })
    void a_text_is_cut_where_the_standard_says(String character, int times, int parts) {
        var text = character.repeat(times);

        assertThat(TextParts.count(text)).isEqualTo(parts);
        assertThat(TextParts.of(text, 7).payloads()).hasSize(parts).allSatisfy(payload -> assertThat(payload.length)
                .isLessThanOrEqualTo(character.equals("a") ? 160 : 140));
    }

    @Test
    void each_part_says_whose_and_which_it_is() {
        var payloads = TextParts.of("满".repeat(100), 0x1FF).payloads();

        assertThat(Arrays.copyOf(payloads.get(0), 6)).containsExactly(5, 0, 3, 0xFF, 2, 1);
        assertThat(Arrays.copyOf(payloads.get(1), 6)).containsExactly(5, 0, 3, 0xFF, 2, 2);
        assertThat(UserData.withHeader(payloads.get(1)).part()).contains(new UserData.Part(0xFF, 2, 2));
        assertThat(UserData.withHeader(payloads.get(1)).text()).hasSize(66);
    }

    @Test
    void no_character_is_cut_in_two() {
        var text = "满".repeat(66) + "𠮷".repeat(5);

        var payloads = TextParts.of(text, 0).payloads();

        assertThat(payloads).hasSize(2);
        var together = new StringBuilder();
        for (var payload : payloads) {
            together.append(new String(UserData.withHeader(payload).text(), StandardCharsets.UTF_16BE));
        }
        assertThat(together).hasToString(text);
        assertThat(payloads.get(0)).hasSize(6 + 2 * 66);
    }

    /** These are other characters, or none, in the GSM alphabet. */
    @Test
    void what_not_every_phone_reads_alike_travels_as_a_wide_character() {
        for (var sign :
                "@$_[]{}^~|\\`é€满".codePoints().mapToObj(Character::toString).toList()) {
            assertThat(TextParts.of(sign, 0).alphabet()).as(sign).isEqualTo(TextParts.Alphabet.UCS2);
        }
        assertThat(TextParts.of("Reply 1, 2 or 3: 0990-110110 (free)!", 0).alphabet())
                .isEqualTo(TextParts.Alphabet.PLAIN);
    }

    @Test
    void a_text_that_no_phone_puts_together_is_refused() {
        assertThatThrownBy(() -> TextParts.of("满".repeat(67 * 255 + 1), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a text of 17086 characters is too long for an SMS");
    }

    @Test
    void a_header_may_hold_other_things_a_wide_reference_or_nonsense() {
        assertThat(UserData.withHeader(bytes(0x0B, 0x05, 4, 0, 1, 0, 2, 0x00, 3, 9, 2, 1, 'x'))
                        .part())
                .contains(new UserData.Part(9, 2, 1));
        assertThat(UserData.withHeader(bytes(6, 0x08, 4, 1, 2, 3, 3, 'x')).part())
                .contains(new UserData.Part(0x102, 3, 3));
        for (var nonsense : new byte[][] {
            bytes(),
            bytes(5),
            bytes(255, 0, 3),
            bytes(5, 0, 3, 1, 2),
            bytes(5, 0, 3, 1, 2, 3),
            bytes(5, 0, 3, 1, 1, 1),
            bytes(2, 0, 255, 1),
            bytes(5, 0, 3, 1, 2, 0)
        }) {
            assertThat(UserData.withHeader(nonsense).part()).isEmpty();
        }
        assertThat(UserData.withHeader(bytes(5, 0, 3, 1, 2, 3, 'x', 'y')).text())
                .containsExactly('x', 'y');
    }

    private static byte[] bytes(int... octets) {
        var bytes = new byte[octets.length];
        for (var at = 0; at < octets.length; at++) {
            bytes[at] = (byte) octets[at];
        }
        return bytes;
    }
}
