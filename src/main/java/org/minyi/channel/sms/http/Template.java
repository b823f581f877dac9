package org.minyi.channel.sms.http;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with names in braces, {@code {"to": "{number}"}}; braces around anything but a known name are braces. */
final class Template {

    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

    private final String text;

    /**
     * @throws IllegalArgumentException if a name in braces is none of the known
     */
    Template(String text, Set<String> known) {
        this.text = text;
        NAME.matcher(text).results().map(found -> found.group(1)).forEach(name -> {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "{%s} in \"%s\" is not known; known are %s".formatted(name, text, known));
            }
        });
    }

    /** What is filled in is written as the place asks. */
    String filled(Map<String, String> values, UnaryOperator<String> written) {
        return NAME.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(written.apply(values.get(found.group(1)))));
    }
}
