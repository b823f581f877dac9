package org.minyi.notice;

import java.time.LocalDate;

/** A document is served between the day it was issued and today. Says both days. */
public class NotServedThen extends IllegalArgumentException {

    NotServedThen(LocalDate on, LocalDate issued, LocalDate today) {
        super("the document was issued on %s and today is %s: it was not served on %s".formatted(issued, today, on));
    }
}
