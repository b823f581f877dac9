package org.minyi.exchange;

import java.util.Set;
import org.minyi.citizen.WordsId;
import org.minyi.complaint.Complaint;

/** Does what a peer's message says, for some of the kinds. */
interface Hearer {

    Set<MessageKind> hears();

    /** In one transaction with everything it changes. */
    Heard hear(Received received);

    /**
     * A message whose turn it is.
     *
     * @param matter ours; null before the hand-over
     * @param words what it says in words, kept for people to read; null where it says nothing
     */
    record Received(Peer peer, Envelope envelope, MatterLink link, Complaint matter, WordsId words) {}

    /** What came of it. */
    sealed interface Heard {

        /** It is done; what follows may follow. */
        record Done() implements Heard {}

        /** It is kept and shown, and a person has to act. What follows may follow. */
        record ForAPerson(String reason) implements Heard {}

        /** It cannot be done, and what follows waits for a person. */
        record Refused(String reason) implements Heard {}
    }
}
