package org.minyi.calendar;

/** A pause that cannot be; the message says why, in words for whoever asked for it. */
public class NotPausable extends IllegalArgumentException {

    NotPausable(String why) {
        super(why);
    }
}
