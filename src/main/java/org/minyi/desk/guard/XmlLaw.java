package org.minyi.desk.guard;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The elements a kind of file may have, and the attributes of each, read from a list of our own: an element per line, then
 * its attributes. Behind an attribute, or behind the element for the text in it, stands what it may hold: {@code $} an
 * expression of the matter, {@code &} the name of one of Minyi's steps, {@code ~} FEEL, {@code ^} the word FEEL, {@code @}
 * a reference within the file; without a sign plain words. What is not in the list is not for a model.
 */
final class XmlLaw {

    /** What may stand in one place. */
    enum Kind {
        WORDS,
        EXPRESSION,
        STEP,
        FEEL,
        LANGUAGE,
        REFERENCE
    }

    private static final String SIGNS = "$&~^@";
    private static final Kind[] KINDS = {Kind.EXPRESSION, Kind.STEP, Kind.FEEL, Kind.LANGUAGE, Kind.REFERENCE};

    private final Map<String, Kind> texts = new HashMap<>();
    private final Map<String, Map<String, Kind>> attributes = new HashMap<>();

    XmlLaw(String list) {
        for (var line : list.lines().toList()) {
            var words = line.strip().split("\\s+", -1);
            var element = plain(words[0]);
            texts.put(element, kind(words[0]));
            var own = new HashMap<String, Kind>();
            for (int i = 1; i < words.length; i++) {
                own.put(plain(words[i]), kind(words[i]));
            }
            attributes.put(element, Map.copyOf(own));
        }
    }

    Set<String> elements() {
        return texts.keySet();
    }

    boolean knows(String element) {
        return texts.containsKey(element);
    }

    Kind text(String element) {
        return texts.get(element);
    }

    /** Null when the element has no such attribute for a model. */
    Kind attribute(String element, String attribute) {
        return attributes.get(element).get(attribute);
    }

    private static Kind kind(String word) {
        int sign = SIGNS.indexOf(word.charAt(word.length() - 1));
        return sign < 0 ? Kind.WORDS : KINDS[sign];
    }

    private static String plain(String word) {
        return SIGNS.indexOf(word.charAt(word.length() - 1)) < 0 ? word : word.substring(0, word.length() - 1);
    }
}
