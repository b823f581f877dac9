package org.minyi.docs;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Times as people say them. What is not written as a time stays as it is. */
final class TimeWords {

    private static final Pattern SPAN = Pattern.compile(
            "P(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)W)?(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)S)?)?");

    private static final String[] UNITS = {"year", "month", "week", "day", "hour", "minute", "second"};

    private static final long[] SECONDS = {31_536_000, 2_592_000, 604_800, 86_400, 3_600, 60, 1};

    private static final int FEW = 3;

    private static final Pattern EVERY_DAY = Pattern.compile("0 (\\d+) (\\d+) (\\*|\\?) \\* (\\*|\\?)");

    /** How time is counted, as the column counted of time-limit.dmn says it: before the unit, or behind everything. */
    private static final Map<String, String> BEFORE = Map.of("WORKING", "working ", "CALENDAR", "calendar ");

    private static final Map<String, String> BEHIND = Map.of("CLOCK", ", night and day");

    private TimeWords() {}

    /** An ISO 8601 duration in words: {@code P2D} counted WORKING is "2 working days". */
    static String of(String iso, String counted) {
        var parts = SPAN.matcher(iso);
        if (!parts.matches()) {
            return iso.toLowerCase(Locale.ROOT);
        }
        var words = new ArrayList<String>();
        for (var unit = 0; unit < UNITS.length; unit++) {
            var number = parts.group(unit + 1);
            if (number != null) {
                var one = number.equals("1");
                words.add(number + " " + BEFORE.getOrDefault(counted, "") + UNITS[unit] + (one ? "" : "s"));
            }
        }
        return String.join(" ", words) + behind(counted);
    }

    private static String behind(String counted) {
        return counted.isEmpty() || BEFORE.containsKey(counted)
                ? ""
                : BEHIND.getOrDefault(counted, ", counted " + counted.toLowerCase(Locale.ROOT));
    }

    /** The times that stand in a column, each in words where they are few, else the shortest and the longest. */
    static String range(List<String> times) {
        var spans = times.stream()
                .filter(time -> seconds(time) >= 0)
                .sorted(Comparator.comparing(TimeWords::seconds))
                .map(time -> of(time, ""))
                .distinct()
                .toList();
        var others = times.stream()
                .filter(time -> seconds(time) < 0)
                .map(time -> ", or " + of(time, ""))
                .distinct()
                .collect(joining());
        var shown =
                spans.size() <= FEW ? String.join(" or ", spans) : spans.get(0) + " to " + spans.get(spans.size() - 1);
        return (shown + others).replaceFirst("^, or ", "");
    }

    /** Roughly, to put times in order; -1 for what is no time. */
    private static long seconds(String iso) {
        var parts = SPAN.matcher(iso);
        if (!parts.matches()) {
            return -1;
        }
        var sum = 0L;
        for (var unit = 0; unit < UNITS.length; unit++) {
            sum += parts.group(unit + 1) == null ? 0 : Long.parseLong(parts.group(unit + 1)) * SECONDS[unit];
        }
        return sum;
    }

    /** A setting's value: a duration, a time of day in the clock's notation, or anything else as it is. */
    static String ofSetting(String value) {
        var day = EVERY_DAY.matcher(value);
        return day.matches()
                ? "every day at %s:%02d".formatted(day.group(2), Integer.parseInt(day.group(1)))
                : SPAN.matcher(value).matches() ? of(value, "") : value;
    }
}
