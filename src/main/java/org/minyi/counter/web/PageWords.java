package org.minyi.counter.web;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the citizens' pages in one language: messages/counter.properties and counter_zh.properties. */
public final class PageWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Language language;
    private final ResourceBundle bundle;
    private final ZoneId zone;

    PageWords(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
        this.bundle = ResourceBundle.getBundle(
                "messages/counter",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The sentence of a key, with its facts; a longer key that nobody worded falls back to its beginning. */
    public String of(String key, Object... facts) {
        var known = key;
        while (!bundle.containsKey(known) && known.contains(".")) {
            known = known.substring(0, known.lastIndexOf('.'));
        }
        return new MessageFormat(bundle.getString(known), language.locale()).format(facts);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    public String day(Instant instant) {
        return DAY.format(instant.atZone(zone));
    }

    public String moment(Instant instant) {
        return MOMENT.format(instant.atZone(zone));
    }

    public Locale locale() {
        return language.locale();
    }

    /** As an address and the page's language attribute have it. */
    public String code() {
        return language.code();
    }
}
