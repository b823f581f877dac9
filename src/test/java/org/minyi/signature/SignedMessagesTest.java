package org.minyi.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minyi.NodeTools;
import org.minyi.signature.SignedMessages.Proof;

/** A message is genuine when whoever sent it knows a key, and says so now. */
class SignedMessagesTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);
    private static final String OLD_WRITTEN = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final SigningKey OLD = SigningKey.of(OLD_WRITTEN);
    private static final SigningKey NEW = SigningKey.of("a text of thirty-two characters and more");
    private static final byte[] BODY = bytes("{\"test\": 2432232314}");

    private final SignedMessages messages = at(NOW, OLD);

    @Test
    void the_example_of_the_specification_has_the_signature_that_stands_there() {
        assertThat(messages.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", BODY))
                .isEqualTo(new Proof(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        "1614265330",
                        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
    }

    @Test
    void the_reference_library_takes_what_is_signed_here_and_what_it_signs_is_taken() {
        var modules = NodeTools.modules().toString();
        var now = new SignedMessages(List.of(OLD), Clock.systemUTC());
        var body = "{\"words\": \"没有人理我\"}";

        var ours = now.sign("one", bytes(body));
        assertThat(library("verify", modules, OLD_WRITTEN, "one", body, ours.timestamp(), ours.signature()))
                .isEqualTo("genuine");
        assertThat(library("verify", modules, OLD_WRITTEN, "two", body, ours.timestamp(), ours.signature()))
                .startsWith("refused");

        var theirs = library("sign", modules, OLD_WRITTEN, "three", body).split("\\|", -1);
        assertThat(now.isGenuine(new Proof("three", theirs[0], theirs[1]), bytes(body)))
                .isTrue();
        assertThat(now.isGenuine(new Proof("four", theirs[0], theirs[1]), bytes(body)))
                .isFalse();
    }

    private static String library(String... arguments) {
        var command = new ArrayList<>(List.of(
                NodeTools.node().toString(),
                Path.of("src/test/peers/webhooks.js").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        var run = NodeTools.run(command.toArray(String[]::new));
        assertThat(run.status()).as(run.printed()).isZero();
        return run.printed().strip();
    }

    @Test
    void what_is_signed_is_genuine_and_nothing_else_is() {
        var proof = messages.sign("one", BODY);

        assertThat(messages.isGenuine(proof, BODY)).isTrue();
        assertThat(messages.isGenuine(proof, bytes("{\"test\": 2432232315}"))).isFalse();
        assertThat(messages.isGenuine(new Proof("two", proof.timestamp(), proof.signature()), BODY))
                .isFalse();
        assertThat(messages.isGenuine(new Proof("one", "1614265331", proof.signature()), BODY))
                .isFalse();
        assertThat(messages.isGenuine(new Proof("one", proof.timestamp(), "v1,"), BODY))
                .isFalse();
        assertThat(messages.isGenuine(
                        new Proof(
                                "one",
                                proof.timestamp(),
                                "v1a" + proof.signature().substring(2)),
                        BODY))
                .isFalse();
    }

    @Test
    void what_has_no_proof_is_not_genuine() {
        var proof = messages.sign("one", BODY);

        assertThat(messages.isGenuine(new Proof(null, proof.timestamp(), proof.signature()), BODY))
                .isFalse();
        assertThat(messages.isGenuine(new Proof("one", null, proof.signature()), BODY))
                .isFalse();
        assertThat(messages.isGenuine(new Proof("one", proof.timestamp(), null), BODY))
                .isFalse();
        assertThat(messages.isGenuine(new Proof("one", "-1", proof.signature()), BODY))
                .isFalse();
    }

    @Test
    void nothing_is_moved_between_id_and_time() {
        var proof = messages.sign("one", bytes("5.rest"));

        assertThat(messages.isGenuine(new Proof("one." + proof.timestamp(), "5", proof.signature()), bytes("rest")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-301, false", "-300, true", "0, true", "300, true", "301, false"})
    void a_message_is_fresh_for_five_minutes_either_way(long seconds, boolean genuine) {
        var proof = messages.sign("one", BODY);

        assertThat(at(NOW.plus(Duration.ofSeconds(seconds)), OLD).isGenuine(proof, BODY))
                .isEqualTo(genuine);
    }

    @Test
    void while_a_key_is_exchanged_both_are_accepted_and_the_new_one_signs() {
        var both = at(NOW, NEW, OLD);
        var alone = at(NOW, NEW);

        assertThat(both.isGenuine(messages.sign("one", BODY), BODY)).isTrue();
        assertThat(alone.isGenuine(both.sign("one", BODY), BODY)).isTrue();
        assertThat(alone.isGenuine(messages.sign("one", BODY), BODY)).isFalse();
    }

    @Test
    void one_signature_of_several_is_enough() {
        var proof = messages.sign("one", BODY);
        var other = at(NOW, NEW).sign("one", BODY);

        assertThat(messages.isGenuine(
                        new Proof("one", proof.timestamp(), other.signature() + " " + proof.signature()), BODY))
                .isTrue();
    }

    @Test
    void a_key_that_could_be_guessed_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.of("secret"));
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.of(null));
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.of("whsec_c2hvcnQ="));
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.of("whsec_*********************************"));
        assertThatIllegalArgumentException().isThrownBy(() -> new SignedMessages(List.of(), Clock.systemUTC()));
        assertThat(NEW).hasToString("SigningKey[sealed]");
    }

    private static SignedMessages at(Instant now, SigningKey... keys) {
        return new SignedMessages(List.of(keys), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
