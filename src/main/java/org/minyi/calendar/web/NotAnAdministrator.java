package org.minyi.calendar.web;

/** Everybody reads the calendar; administrators alone change it. */
class NotAnAdministrator extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAnAdministrator() {
        super("the calendar is everybody's to read; only administrators import days");
    }
}
