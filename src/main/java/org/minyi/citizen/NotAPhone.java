package org.minyi.citizen;

/** What was typed is not a phone number. Says what is wrong with it and never repeats it. */
public class NotAPhone extends IllegalArgumentException {

    NotAPhone(String fault) {
        super(fault);
    }
}
