package org.minyi.custody;

/** Nobody gets an identity without saying what for, and nobody is refused one without being told why. */
public class ReasonMissing extends RuntimeException {

    ReasonMissing() {
        super("give the reason, in at most %d characters".formatted(IdentityRequests.LONGEST_REASON));
    }
}
