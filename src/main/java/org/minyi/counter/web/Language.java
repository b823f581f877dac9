package org.minyi.counter.web;

import java.util.Locale;
import java.util.Optional;

/** The two languages of the citizens' pages. The address carries it, so that no cookie has to. */
enum Language {
    EN(Locale.ENGLISH, "English"),
    ZH(Locale.SIMPLIFIED_CHINESE, "中文");

    private final Locale locale;
    private final String own;

    Language(Locale locale, String own) {
        this.locale = locale;
        this.own = own;
    }

    /** As it stands in an address. */
    String code() {
        return locale.getLanguage();
    }

    Locale locale() {
        return locale;
    }

    /** What it calls itself. */
    String own() {
        return own;
    }

    Language other() {
        return this == EN ? ZH : EN;
    }

    static Optional<Language> of(String code) {
        return EN.code().equals(code) ? Optional.of(EN) : ZH.code().equals(code) ? Optional.of(ZH) : Optional.empty();
    }

    /** Chinese for everybody whose browser does not ask for English first: this is a Chinese city's counter. */
    static Language preferredBy(Locale reader) {
        return reader.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? EN : ZH;
    }
}
