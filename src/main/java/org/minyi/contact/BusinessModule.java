package org.minyi.contact;

import java.util.Locale;

/**
 * One of the modules under which the police's businesses are counted.
 *
 * @param chinese what it is called in Chinese; null where it has one name for everybody
 */
public record BusinessModule(String code, String name, String chinese) {

    /** With one name for everybody. */
    public BusinessModule(String code, String name) {
        this(code, name, null);
    }

    /** What it is called for a reader of this language. */
    public String name(Locale reader) {
        return Business.named(name, chinese, reader);
    }
}
