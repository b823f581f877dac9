package org.minyi.notice;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The words of documents and of their mails, in Chinese alone: messages/notice.properties. */
final class Texts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("messages/notice", Locale.ROOT);

    private Texts() {}

    static String of(String key, Object... facts) {
        return new MessageFormat(BUNDLE.getString(key), Locale.CHINA).format(facts);
    }

    /** Nothing for a code that has no word. */
    static Optional<String> find(String key) {
        return BUNDLE.containsKey(key) ? Optional.of(of(key)) : Optional.empty();
    }
}
