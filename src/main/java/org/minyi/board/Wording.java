package org.minyi.board;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of this room, in one reader's language: messages/board.properties and board_zh.properties. */
final class Wording {

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
                return new MessageFormat(bundle.getString(known), bundle.getLocale()).format(facts);
            }
        }
        return plain(key.substring(key.lastIndexOf('.') + 1));
    }

    /** Null stays null: nothing to say. */
    String name(String group, Object constant) {
        return constant == null ? null : of(group + "." + constant);
    }

    /** An ISO duration as people say it. */
    String duration(String allowed) {
        try {
            var time = Duration.parse(allowed);
            if (time.toHours() >= 24 && time.toHours() % 24 == 0) {
                return of("duration.days", time.toDays());
            }
            return time.toMinutes() % 60 == 0 && !time.isZero()
                    ? of("duration.hours", time.toHours())
                    : of("duration.minutes", time.toMinutes());
        } catch (DateTimeParseException ownersOwnWords) {
            return allowed;
        }
    }

    private static String plain(String code) {
        var words = code.toLowerCase(Locale.ROOT).replace('_', ' ').strip();
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
