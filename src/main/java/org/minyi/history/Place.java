package org.minyi.history;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Where a page ended: the next one goes on from here, whatever began in the meantime. */
public record Place(Instant started, String instance) {

    private static final char BETWEEN = '_';

    public String asText() {
        return started.toString() + BETWEEN + instance;
    }

    /** Empty when nobody was ever told to go on from there. */
    public static Optional<Place> of(String text) {
        var between = text.indexOf(BETWEEN);
        if (between < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Place(Instant.parse(text.substring(0, between)), text.substring(between + 1)));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
