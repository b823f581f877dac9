package org.minyi.custody;

/** Somebody who is no custodian would have decided on an identity. */
public class NotACustodian extends RuntimeException {

    NotACustodian() {
        super("a custodian decides on an identity, and nobody else");
    }
}
