package org.minyi.exchange;

/** Somebody set a message aside without saying why. */
public class NoReasonGiven extends IllegalArgumentException {

    NoReasonGiven() {
        super("Say what was agreed on the telephone, or why it is left.");
    }
}
