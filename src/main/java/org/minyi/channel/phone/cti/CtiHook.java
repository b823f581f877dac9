package org.minyi.channel.phone.cti;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.minyi.channel.phone.CallNews;
import org.minyi.channel.phone.Hotline;
import org.minyi.signature.SignedMessages;
import org.minyi.signature.SigningKey;

/** What one exchange calls us with: it proves who it is, and tells what happened to a call. */
final class CtiHook {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
    private static final Pattern EXTENSION = Pattern.compile("\\d{2,10}");
    private static final int LONGEST_RECORDING = 500;

    private final String exchange;
    private final CtiSettings settings;
    private final SignedMessages signed;

    CtiHook(String exchange, CtiSettings settings, Clock clock) {
        this.exchange = exchange;
        this.settings = settings;
        this.signed = new SignedMessages(
                Stream.of(settings.hook().secret(), settings.hook().oldSecret())
                        .filter(secret -> !secret.isBlank())
                        .map(SigningKey::of)
                        .toList(),
                clock);
    }

    /** Whether whoever calls knows the secret, this or the one before, and says so now. */
    boolean isGenuine(SignedMessages.Proof proof, byte[] body) {
        return signed.isGenuine(proof, body);
    }

    /** What it tells, or nothing where it cannot be read. */
    Optional<CallNews> read(JsonNode told) {
        var call = told.path("call").asText();
        var extension = text(told, "extension");
        var recording = text(told, "recording");
        if (!ID.matcher(call).matches()
                || (extension != null && !EXTENSION.matcher(extension).matches())
                || (recording != null && recording.length() > LONGEST_RECORDING)) {
            return Optional.empty();
        }
        try {
            var at = OffsetDateTime.parse(told.path("at").asText()).toInstant();
            return what(told.path("event").asText()).map(what -> CallNews.of(exchange, call, what, at)
                    .to(hotline(text(told, "to")), text(told, "from"))
                    .at(extension)
                    .recorded(recording));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<CallNews.What> what(String event) {
        return Arrays.stream(CallNews.What.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(event))
                .findFirst();
    }

    private Hotline hotline(String called) {
        if (called != null && settings.publicHotline().contains(called)) {
            return Hotline.PUBLIC;
        }
        return called != null && settings.policeHotline().contains(called) ? Hotline.POLICE : null;
    }

    private static String text(JsonNode told, String name) {
        var text = told.path(name).asText();
        return text.isBlank() ? null : text;
    }
}
