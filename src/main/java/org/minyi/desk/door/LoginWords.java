package org.minyi.desk.door;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the login page in one reader's language: messages/login.properties and login_zh.properties. */
final class LoginWords {

    private final ResourceBundle bundle;
    private final Locale language;

    private LoginWords(Locale language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "messages/login",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static LoginWords in(Locale reader) {
        return new LoginWords(reader.getLanguage().equals(Locale.CHINESE.getLanguage()) ? Locale.CHINESE : Locale.ROOT);
    }

    String of(String key, Object... facts) {
        return new MessageFormat(bundle.getString(key), language).format(facts);
    }

    String language() {
        return language.equals(Locale.CHINESE) ? "zh" : "en";
    }
}
