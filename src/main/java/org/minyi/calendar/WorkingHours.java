package org.minyi.calendar;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The hours of one working day, written {@code 08:30-12:00 14:30-18:00}.
 *
 * @param spans in order, none touching the next, at least one
 */
public record WorkingHours(List<Span> spans) {

    /** From opening to closing; both to the minute. */
    public record Span(LocalTime from, LocalTime to) {

        Duration length() {
            return Duration.between(from, to);
        }
    }

    public WorkingHours {
        spans = List.copyOf(spans);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("a working day has hours");
        }
        LocalTime closed = null;
        for (var span : spans) {
            if (!span.from().isBefore(span.to()) || (closed != null && !closed.isBefore(span.from()))) {
                throw new IllegalArgumentException("hours follow one another: " + written(spans));
            }
            closed = span.to();
        }
    }

    /**
     * Reads hours as they are written.
     *
     * @throws IllegalArgumentException for what is not written as hours; its message says what is expected
     */
    public static WorkingHours parse(String written) {
        var spans = new ArrayList<Span>();
        for (var span : written.strip().split("\\s+", -1)) {
            var ends = span.split("-", -1);
            if (ends.length != 2) {
                throw notHours(written, null);
            }
            try {
                spans.add(new Span(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])));
            } catch (DateTimeParseException unreadable) {
                throw notHours(written, unreadable);
            }
        }
        return new WorkingHours(spans);
    }

    private static IllegalArgumentException notHours(String written, DateTimeParseException cause) {
        return new IllegalArgumentException("hours are written like 08:30-12:00 14:30-18:00, not " + written, cause);
    }

    LocalTime closing() {
        return spans.get(spans.size() - 1).to();
    }

    Duration length() {
        return spans.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public String toString() {
        return written(spans);
    }

    private static String written(List<Span> spans) {
        return spans.stream().map(span -> span.from() + "-" + span.to()).collect(Collectors.joining(" "));
    }
}
