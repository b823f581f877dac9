package org.minyi.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A message as it travels.
 *
 * @param id the sender's; the same each time it is sent again
 * @param reference what the peer calls the matter
 * @param number what we call it; null in a hand-over, and in what follows before the peer knows it
 * @param sequence counts the messages of one side about one matter, from 1
 * @param time when the sender wrote it
 * @param body as {@link MessageKind#fields()} of its kind says
 */
public record Envelope(
        String id, String reference, String number, int sequence, MessageKind kind, Instant time, JsonNode body) {

    /** A text of the body. */
    public Optional<String> text(String field) {
        return Optional.ofNullable(body.path(field).textValue()).filter(text -> !text.isBlank());
    }

    /** A time in the body. */
    public Optional<Instant> time(String field) {
        return text(field).map(text -> OffsetDateTime.parse(text).toInstant());
    }

    /** Whether the body says so; what it does not say is not so. */
    public boolean says(String field) {
        return body.path(field).asBoolean(false);
    }

    /** Without the body: it holds names, numbers and words. */
    @Override
    public String toString() {
        return "Envelope[%s %s]".formatted(kind, id);
    }
}
