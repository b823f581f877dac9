package org.minyi.channel.sms.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.minyi.channel.http.Signing;
import org.minyi.channel.http.Template;
import org.minyi.channel.sms.DeliveryReport.Outcome;
import org.minyi.channel.sms.Hearing;
import org.minyi.channel.sms.UserData;

/** What a gateway calls us with: it proves who it is, and tells of reports and replies. */
final class HttpHook {

    private static final Set<String> NAMES = Set.of("timestamp", "body", "secret");
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final HttpSettings.Hook settings;
    private final Hearing hearing;
    private final Clock clock;
    private final Template signed;

    HttpHook(HttpSettings.Hook settings, Hearing hearing, Clock clock) {
        this.settings = settings;
        this.hearing = hearing;
        this.clock = clock;
        this.signed = new Template(settings.signed(), NAMES);
    }

    /** In which headers it proves who it is, and says when. */
    String proofHeader() {
        return settings.header();
    }

    String timestampHeader() {
        return settings.timestampHeader();
    }

    String answer() {
        return settings.answer();
    }

    /** Whether whoever calls knows the secret, and says so now. What is told twice within that time is one. */
    boolean isGenuine(String proof, String timestamp, String body) {
        if (proof == null || (!settings.timestampHeader().isEmpty() && !isFresh(timestamp))) {
            return false;
        }
        var values = Map.of("timestamp", timestamp == null ? "" : timestamp, "body", body, "secret", settings.secret());
        var expected = settings.signing() == Signing.NONE
                ? settings.secret()
                : settings.signing()
                        .of(settings.secret(), signed.filled(values, UnaryOperator.identity()), settings.encoding());
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), proof.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isFresh(String timestamp) {
        if (timestamp == null || !timestamp.matches("\\d{1,12}")) {
            return false;
        }
        var age = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
        return Math.abs(age) <= FRESH.toSeconds();
    }

    /** Comes back when all of it is stored. */
    void hear(JsonNode told) {
        var all = settings.list().isEmpty() ? told : told.at(settings.list());
        if (all.isArray()) {
            all.forEach(this::one);
        } else if (all.isObject()) {
            one(all);
        }
    }

    private void one(JsonNode told) {
        var state = text(told, settings.state());
        if (state.isEmpty()) {
            hearing.hear(
                    text(told, settings.id()).orElse(null),
                    text(told, settings.number()).orElse(""),
                    text(told, settings.to()).orElse(""),
                    UserData.whole(text(told, settings.text()).orElse("").getBytes(StandardCharsets.UTF_8)),
                    StandardCharsets.UTF_8);
        } else {
            var message = text(told, settings.message());
            var outcome = outcome(state.get());
            if (message.isPresent() && outcome.isPresent()) {
                hearing.report(
                        message.get(),
                        text(told, settings.number()).orElse(""),
                        text(told, settings.to()).orElse(""),
                        outcome.get());
            }
        }
    }

    private Optional<Outcome> outcome(String state) {
        if (settings.pending().contains(state)) {
            return Optional.empty();
        }
        if (settings.delivered().contains(state)) {
            return Optional.of(Outcome.DELIVERED);
        }
        return Optional.of(settings.expired().contains(state) ? Outcome.EXPIRED : Outcome.FAILED);
    }

    private static Optional<String> text(JsonNode told, String pointer) {
        return Optional.of(told.at(JsonPointer.compile(pointer)).asText()).filter(value -> !value.isEmpty());
    }
}
