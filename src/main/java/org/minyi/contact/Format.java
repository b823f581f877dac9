package org.minyi.contact;

import java.util.Locale;
import java.util.Optional;

/** The forms in which contacts arrive. */
public enum Format {
    CSV("text/csv"),
    JSON("application/json"),
    JSON_LINES("application/x-ndjson");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The format of a media type, parameters aside. */
    public static Optional<Format> ofMediaType(String type) {
        for (var format : values()) {
            if (format.mediaType.equalsIgnoreCase(type)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** The format a file name promises. */
    public static Optional<Format> ofFile(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".csv")) {
            return Optional.of(CSV);
        }
        if (lower.endsWith(".json")) {
            return Optional.of(JSON);
        }
        return lower.endsWith(".ndjson") || lower.endsWith(".jsonl") ? Optional.of(JSON_LINES) : Optional.empty();
    }
}
