package org.minyi.board;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.minyi.calendar.Allowance;
import org.minyi.calendar.Counted;
import org.minyi.contact.Business;
import org.minyi.desk.StepNames;

/** The words of this room, in one reader's language: messages/board.properties and board_zh.properties. */
final class Wording {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final ResourceBundle bundle;

    private Wording(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    static Wording in(Locale reader) {
        var language = reader.getLanguage().equals(Locale.CHINESE.getLanguage()) ? Locale.CHINESE : Locale.ROOT;
        return new Wording(ResourceBundle.getBundle(
                "messages/board",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /**
     * The sentence of a key. An owner's own step has none: it falls back to the beginning of its key, and then to
     * itself in plain letters, so that no code ever reaches the screen.
     */
    String of(String key, Object... facts) {
        for (var known = key; !known.isEmpty(); known = known.substring(0, Math.max(0, known.lastIndexOf('.')))) {
            if (bundle.containsKey(known)) {
                return new MessageFormat(bundle.getString(known), bundle.getLocale())
                        .format(Arrays.stream(facts).map(this::fact).toArray());
            }
        }
        return plain(key.substring(key.lastIndexOf('.') + 1));
    }

    private Object fact(Object fact) {
        if (fact instanceof Business business) {
            return business.name(bundle.getLocale());
        }
        return fact instanceof Told.Word word ? name(word.group(), word.code()) : fact;
    }

    /** What a step of the drawings is called. */
    String step(String name) {
        return StepNames.in(name, bundle.getLocale());
    }

    /** Null stays null: nothing to say. */
    String name(String group, Object constant) {
        return constant == null ? null : of(group + "." + constant);
    }

    /** So much time, and which of it counts. */
    String allowance(Allowance allowed) {
        var counted = "allowed." + allowed.counted();
        if (allowed.counted() == Counted.AGREED) {
            return of(counted);
        }
        return allowed.days() > 0
                ? of(counted + ".days", allowed.days())
                : of(counted + ".time", time(Duration.parse(allowed.time())));
    }

    /** Hours and minutes. */
    String time(Duration time) {
        var minutes = time.toMinutes() % 60;
        if (minutes == 0) {
            return of("duration.hours", time.toHours());
        }
        return time.toHours() == 0
                ? of("duration.minutes", minutes)
                : of("duration.both", of("duration.hours", time.toHours()), of("duration.minutes", minutes));
    }

    /** A moment as the centre's clocks show it. */
    String moment(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone));
    }

    private static String plain(String code) {
        var words = code.toLowerCase(Locale.ROOT).replace('_', ' ').strip();
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
