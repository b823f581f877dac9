package org.minyi.custody;

/** Somebody who is no custodian would have decided on an identity, or on how long it is kept. */
public class NotACustodian extends RuntimeException {

    NotACustodian() {
        super("identities are the custodian's to decide on, and nobody else's");
    }
}
