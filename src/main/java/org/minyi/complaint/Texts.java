package org.minyi.complaint;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of this room that people read: messages/complaint.properties. */
final class Texts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("messages/complaint", Locale.ROOT);

    private Texts() {}

    static String of(Enum<?> constant) {
        var type = constant.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT);
        return BUNDLE.getString(type + "." + constant.name());
    }

    static String of(String key, String... facts) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(facts);
    }
}
