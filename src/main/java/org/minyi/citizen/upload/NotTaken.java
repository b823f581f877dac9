package org.minyi.citizen.upload;

/** Ends a look at a file: it is not to be kept. */
final class NotTaken extends Exception {

    private static final long serialVersionUID = 1;

    final Refusal why;

    NotTaken(Refusal why) {
        super(why.code());
        this.why = why;
    }
}
