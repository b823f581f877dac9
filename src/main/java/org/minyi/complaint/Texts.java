package org.minyi.complaint;

import java.util.Locale;
import java.util.ResourceBundle;

/** What the codes of this room are called in a matter's title: messages/complaint.properties. */
final class Texts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("messages/complaint", Locale.ROOT);

    private Texts() {}

    static String of(Enum<?> constant) {
        var type = constant.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT);
        return BUNDLE.getString(type + "." + constant.name());
    }
}
