package org.minyi.start;

import java.util.regex.Pattern;

/**
 * A text as it may stand in a log. The last net, not the first: names cannot be told from other words, so the types that
 * carry them print nothing. What looks like a mobile number of China becomes 138****1234 whatever stands around it.
 */
final class SealedLine {

    /** With or without country code, and grouped as people type it; not inside a longer number or an id. */
    private static final Pattern MOBILE = Pattern.compile(
            "(?<![0-9A-Fa-f-])((?:(?:\\+|00)?86[ -]?)?1[3-9]\\d)([ -]?\\d{4}[ -]?)(\\d{4})(?![0-9A-Fa-f-])");

    private SealedLine() {}

    static String of(String text) {
        if (text == null) {
            return "";
        }
        var masked = MOBILE.matcher(text).replaceAll("$1****$3");
        // Whoever writes a line break into a field writes no log line of their own.
        return masked.indexOf('\n') < 0 && masked.indexOf('\r') < 0
                ? masked
                : masked.replace("\r", "\\r").replace("\n", "\\n");
    }
}
