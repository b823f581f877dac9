package org.minyi.organisation;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What a room writes to citizens, and into titles, in the centre's name and language: messages/&lt;room&gt;.properties and its translation. */
public final class CentreText {

    private final CentreSettings centre;
    private final ResourceBundle words;

    /**
     * @param room as its file of words is called
     * @throws java.util.MissingResourceException when the room has none
     */
    public CentreText(String room, CentreSettings centre) {
        this.centre = centre;
        this.words = ResourceBundle.getBundle(
                "messages/" + room,
                centre.language().locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * A text about a matter, signed.
     *
     * @param number of the matter, {@code {0}}; {@code {2}} and {@code {3}} are the centre and its telephone
     * @param said stands where the text says {@code {1}}; empty for nothing
     */
    public String about(String key, String number, String said) {
        return of(key, number, said, centre.name(), centre.hotline()).strip();
    }

    /** What it is written in. */
    public Locale locale() {
        return centre.language().locale();
    }

    /** What a code is called: {@code kind.COMPLAINT}. */
    public String of(Enum<?> code) {
        var type = code.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT);
        return words.getString(type + "." + code.name());
    }

    /** A text with its facts. */
    public String of(String key, String... facts) {
        return new MessageFormat(words.getString(key), locale()).format(facts);
    }
}
