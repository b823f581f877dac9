package org.minyi.desk.door;

import java.util.regex.Pattern;

/** Where somebody wanted to go before they logged in; never to another site. */
final class Destination {

    private static final String HOME = "/";
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\w/.~%?&=:,;@+-]*");

    private Destination() {}

    static String of(String wanted) {
        return OURS.matcher(wanted).matches() && !wanted.startsWith(Ways.LOGIN) && !wanted.startsWith(Ways.LOGOUT)
                ? wanted
                : HOME;
    }
}
