package org.minyi.organisation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the centre writes to citizens in, by SMS and by mail: {@code minyi.centre.language}. */
public enum CentreLanguage {
    EN(Locale.ENGLISH, "d MMM"),
    ZH(Locale.SIMPLIFIED_CHINESE, "M月d日");

    private final Locale locale;
    private final DateTimeFormatter day;

    CentreLanguage(Locale locale, String day) {
        this.locale = locale;
        this.day = DateTimeFormatter.ofPattern(day, locale);
    }

    public Locale locale() {
        return locale;
    }

    /** A day of these weeks, without its year: {@code 3 Aug}, {@code 8月3日}. */
    public String day(LocalDate date) {
        return day.format(date);
    }
}
