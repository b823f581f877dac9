package org.minyi.channel.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** A text with names in braces, {@code {"to": "{number}"}}; braces around anything but a known name are braces. */
public final class Template {

    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

    private final String text;

    /**
     * @throws IllegalArgumentException if a name in braces is none of the known
     */
    public Template(String text, Set<String> known) {
        this.text = text;
        NAME.matcher(text).results().map(found -> found.group(1)).forEach(name -> {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "{%s} in \"%s\" is not known; known are %s".formatted(name, text, known));
            }
        });
    }

    /** How a value is written in a body of this type, so that no text breaks out of the place where it is filled in. */
    public static UnaryOperator<String> writtenAs(String contentType) {
        if (contentType.contains("json")) {
            return value -> new String(JsonStringEncoder.getInstance().quoteAsString(value));
        }
        if (contentType.contains("xml")) {
            return HtmlUtils::htmlEscapeDecimal;
        }
        return value -> URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** What is filled in is written as the place asks. */
    public String filled(Map<String, String> values, UnaryOperator<String> written) {
        return NAME.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(written.apply(values.get(found.group(1)))));
    }
}
