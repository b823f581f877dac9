package org.minyi.exchange;

import java.time.Instant;
import org.minyi.complaint.ComplaintId;

/**
 * A matter that a peer and we both have.
 *
 * @param matter null until it is handed over
 * @param dueAt when the peer wants its answer; null where it has not said so
 * @param returns how often the peer did not take it back
 * @param nextIn the sequence of the message that is applied next
 */
record MatterLink(
        String peer, String reference, ComplaintId matter, Instant dueAt, boolean noCallback, int returns, int nextIn) {

    /** What the matter is called as one of ours: taken in a second time, it is a matter of its own. */
    String ownReference() {
        return returns == 0 ? reference : reference + "/" + (returns + 1);
    }
}
