package org.minyi.workorder;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of this room that people read: messages/workorder.properties. */
final class Texts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("messages/workorder", Locale.ROOT);

    private Texts() {}

    static String of(String key, String... facts) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(facts);
    }
}
