package org.minyi.supervision.gathering;

/** Something in a record cannot be as it is told; the message says what. */
public class NotLikeThat extends IllegalArgumentException {

    NotLikeThat(String message) {
        super(message);
    }
}
