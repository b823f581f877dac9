package org.minyi.channel.phone.cti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.minyi.channel.phone.ExchangeAway;
import org.minyi.channel.phone.Hotline;
import org.minyi.channel.phone.PhoneRoom;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An exchange that is described in the settings alone: what it is asked, and what it tells. */
class CtiExchangeTest extends PhoneRoom {

    private static final HttpClient CALLER = HttpClient.newHttpClient();

    @Autowired
    CtiExchanges exchanges;

    @LocalServerPort
    int port;

    private final String call = "c-" + UUID.randomUUID();

    @Test
    void an_order_to_dial_is_written_and_signed_as_the_settings_say() {
        var id = UUID.randomUUID();
        ORDERS.orders().clear();
        ORDERS.answers(202);
        exchanges.exchanges().get(0).dial("8001", NUMBER, id);

        assertThat(ORDERS.orders())
                .singleElement()
                .asString()
                .endsWith(" {\"call\": \"%s\", \"extension\": \"8001\", \"number\": \"%s\"}".formatted(id, NUMBER));
        var proof = ORDERS.orders().get(0).substring(0, 64);
        assertThat(java.util.stream.LongStream.rangeClosed(now() - 30, now())
                        .mapToObj(at -> hmac("out-secret", at + "." + id + ".8001." + NUMBER)))
                .contains(proof);

        ORDERS.answers(503);
        assertThatThrownBy(() -> exchanges.exchanges().get(0).dial("8001", NUMBER, id))
                .isInstanceOf(ExchangeAway.class)
                .hasMessage("the exchange answered HTTP 503");
    }

    @Test
    void what_it_tells_is_a_call_in_whatever_order_it_comes() {
        assertThat(tell("ended", "2030-01-01T08:01:10+08:00", "")).isEqualTo(200);
        assertThat(tell("recorded", "2030-01-01T08:00:10+08:00", ", \"recording\": \"2030/c.wav\""))
                .isEqualTo(200);
        assertThat(tell("answered", "2030-01-01T08:00:08+08:00", ", \"extension\": \"8001\""))
                .isEqualTo(200);
        assertThat(tell("called", "2030-01-01T08:00:00+08:00", ", \"to\": \"110110\", \"from\": \"+86 138 0000 0077\""))
                .isEqualTo(200);

        var known = came("north", call).orElseThrow();
        assertThat(known.hotline()).isEqualTo(Hotline.PUBLIC);
        assertThat(known.line()).isEqualTo(line);
        assertThat(known.user()).isEqualTo("caller1");
        assertThat(known.rang()).hasValue(Duration.ofSeconds(8));
        assertThat(known.talked()).hasValue(Duration.ofSeconds(62));
        assertThat(known.recording()).isEqualTo("2030/c.wav");
    }

    @Test
    void a_recording_that_has_a_number_in_its_name_is_not_noted() {
        assertThat(tell("recorded", "2030-01-01T08:00:10+08:00", ", \"recording\": \"in-" + NUMBER + ".wav\""))
                .isEqualTo(200);
        assertThat(came("north", call).orElseThrow().recording()).isNull();
    }

    @Test
    void what_is_told_again_changes_nothing_and_is_answered_well() {
        var id = "m-" + UUID.randomUUID();
        var first = body("ended", "2030-01-01T08:01:10+08:00", "");
        assertThat(post("north", id, now(), first, SECRET)).isEqualTo(200);
        assertThat(post("north", id, now(), first, SECRET)).isEqualTo(200);
        var other = body("answered", "2030-01-01T08:00:10+08:00", ", \"extension\": \"8001\"");
        assertThat(post("north", id, now(), other, SECRET))
                .as("the same id again")
                .isEqualTo(200);

        assertThat(came("north", call).orElseThrow().agentAt()).isNull();
    }

    @Test
    void the_key_before_this_one_is_good_until_it_is_taken_away() {
        assertThat(post(
                        "north",
                        "m-" + UUID.randomUUID(),
                        now(),
                        body("ended", "2030-01-01T08:01:10+08:00", ""),
                        OLD_SECRET))
                .isEqualTo(200);
        assertThat(came("north", call)).isPresent();
    }

    @Test
    void whoever_cannot_prove_it_now_is_heard_by_nobody() {
        var told = body("ended", "2030-01-01T08:01:10+08:00", "");
        var id = "m-" + UUID.randomUUID();
        var proof = signature(SECRET, id + "." + now() + "." + told);
        assertThat(send("north", id, now(), told.replace("ended", "called"), proof))
                .as("altered")
                .isEqualTo(401);
        assertThat(send("north", id + "x", now(), told, proof))
                .as("under another id")
                .isEqualTo(401);
        assertThat(send("north", id, now() + 1, told, proof))
                .as("at another time")
                .isEqualTo(401);
        assertThat(post("north", id, now() - 301, told, SECRET)).as("late").isEqualTo(401);
        assertThat(post("north", id, now() + 301, told, SECRET)).as("early").isEqualTo(401);
        assertThat(post("north", id, now(), told, "another-secret-another-secret-another"))
                .isEqualTo(401);
        assertThat(post("north", id, now(), told, "")).isEqualTo(401);
        assertThat(post("nobody", id, now(), told, SECRET)).isEqualTo(401);
        assertThat(post("main", id, now(), told, SECRET))
                .as("an exchange without a hook")
                .isEqualTo(401);
        assertThat(send("north", id, now(), told, null)).isEqualTo(401);
        assertThat(came("north", call)).isEmpty();

        assertThat(post("north", id, now() - 290, told, SECRET)).isEqualTo(200);
        assertThat(came("north", call)).isPresent();
    }

    @Test
    void what_cannot_be_read_is_refused_and_leaves_nothing() {
        for (var unreadable : new String[] {
            "{",
            "[]",
            body("sung", "2030-01-01T08:01:10+08:00", ""),
            body("ended", "yesterday", ""),
            body("answered", "2030-01-01T08:01:10+08:00", ", \"extension\": \"8001;8002\""),
            body("ended", "2030-01-01T08:01:10+08:00", "").replace(call, "a call")
        }) {
            assertThat(post("north", "m-" + UUID.randomUUID(), now(), unreadable, SECRET))
                    .as(unreadable)
                    .isEqualTo(400);
        }
        assertThat(post("north", "m-1", now(), "x".repeat(20_000), SECRET)).isEqualTo(413);
        assertThat(came("north", call)).isEmpty();
    }

    private int tell(String event, String at, String more) {
        return post("north", "m-" + UUID.randomUUID(), now(), body(event, at, more), SECRET);
    }

    private String body(String event, String at, String more) {
        return "{\"call\": \"%s\", \"event\": \"%s\", \"at\": \"%s\"%s}".formatted(call, event, at, more);
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private int post(String exchange, String id, long at, String told, String secret) {
        return send(exchange, id, at, told, secret.isEmpty() ? "" : signature(secret, id + "." + at + "." + told));
    }

    private int send(String exchange, String id, long at, String told, String proof) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/hooks/phone/" + exchange))
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(at))
                .POST(BodyPublishers.ofString(told));
        if (proof != null) {
            request.header("webhook-signature", proof);
        }
        try {
            return CALLER.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String signature(String secret, String text) {
        return "v1," + Base64.getEncoder().encodeToString(mac(secret, text));
    }

    private static String hmac(String secret, String text) {
        return HexFormat.of().formatHex(mac(secret, text));
    }

    /** By the JDK's own, not by what the hook uses. */
    private static byte[] mac(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
