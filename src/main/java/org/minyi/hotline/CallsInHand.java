package org.minyi.hotline;

import java.util.Optional;

/** The calls on people's desks. */
public interface CallsInHand {

    /** The task of the call that this person has just answered and has not taken down yet. */
    Optional<InHand> of(String user);

    /**
     * A call in hand.
     *
     * @param task the desk's
     * @param confidential whether an officer speaks
     */
    record InHand(String task, boolean confidential) {}
}
