package org.minyi.contact;

import java.util.Locale;

/**
 * One kind of dealing with the police.
 *
 * @param module code of the module it is counted under
 * @param chinese what it is called in Chinese; null where it has one name for everybody
 */
public record Business(String code, String module, String name, String chinese) {

    /** With one name for everybody. */
    public Business(String code, String module, String name) {
        this(code, module, name, null);
    }

    /** What it is called for a reader of this language. */
    public String name(Locale reader) {
        return named(name, chinese, reader);
    }

    static String named(String name, String chinese, Locale reader) {
        var readsChinese = reader.getLanguage().equals(Locale.CHINESE.getLanguage());
        return readsChinese && chinese != null ? chinese : name;
    }
}
