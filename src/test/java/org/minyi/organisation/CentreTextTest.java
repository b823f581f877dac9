package org.minyi.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a centre writes to citizens, in both languages. */
class CentreTextTest {

    private static final Pattern FACT = Pattern.compile("\\{\\d}");

    @Test
    void a_text_is_signed_and_in_the_language_of_the_centre() {
        assertThat(text(CentreLanguage.ZH).about("sms.transferred", "M-7", "请向市政热线反映。"))
                .isEqualTo("【澜河民意中心】您反映的事项（编号M-7）不属于公安机关职责，已转送主管单位。请向市政热线反映。");
        assertThat(text(CentreLanguage.EN).about("sms.transferred", "M-7", ""))
                .isEqualTo("[澜河民意中心] Your matter M-7 belongs to another authority.");
    }

    @Test
    void what_language_the_machine_speaks_changes_nothing() {
        var machines = Locale.getDefault();
        try {
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            assertThat(text(CentreLanguage.EN).of("mail.nameless")).isEqualTo("Somebody by mail");
            Locale.setDefault(Locale.ENGLISH);
            assertThat(text(CentreLanguage.ZH).of("mail.nameless")).isEqualTo("来信人");
        } finally {
            Locale.setDefault(machines);
        }
    }

    /** The other keys of a room's file are the codes in titles, which are not sent. */
    @ParameterizedTest
    @ValueSource(strings = {"complaint", "workorder"})
    void each_text_there_is_in_chinese_with_the_same_facts_and_without_english(String room) {
        var english = bundle(room, Locale.ROOT);
        var chinese = bundle(room, Locale.SIMPLIFIED_CHINESE);

        assertThat(english.keySet()).anyMatch(key -> key.startsWith("sms."));
        for (var key : english.keySet()) {
            if (key.startsWith("sms.") || key.startsWith("mail.")) {
                assertThat(facts(chinese, key)).as(key).isEqualTo(facts(english, key));
                assertThat(chinese.getString(key).replace("letter.txt", ""))
                        .as(key)
                        .containsPattern("\\p{IsHan}")
                        .doesNotContainPattern("[a-z]{2}|'|[,;!?]|\\. ");
            }
        }
    }

    private static CentreText text(CentreLanguage language) {
        return new CentreText("complaint", new CentreSettings("", "澜河民意中心", "0990-110110", "", language));
    }

    private static ResourceBundle bundle(String room, Locale language) {
        return ResourceBundle.getBundle(
                "messages/" + room,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Set<String> facts(ResourceBundle words, String key) {
        return FACT.matcher(words.getString(key))
                .results()
                .map(fact -> fact.group())
                .collect(Collectors.toSet());
    }
}
