package org.minyi.channel.sms;

import java.util.List;

/**
 * A link to an operator. The simulated operator and the real ones (SMPP, CMPP) speak this port and nothing else; what
 * comes back later (delivery reports, replies) the link hands to {@link OperatorInbox}.
 */
public interface SmsOperator {

    /**
     * Hands over one window of messages and returns one answer per message, in order. Called outside any transaction,
     * after every message of the window is committed as SUBMITTING. If it throws, or the process dies, the fate of
     * the whole window is unknown and no machine sends it again.
     */
    List<Submission> submit(List<OutgoingSms> window);

    /**
     * A message as the operator sees it.
     *
     * @param extension digits after our service number; a reply to the message comes back to them
     */
    record OutgoingSms(java.util.UUID id, String number, String extension, String text) {

        /** Masks number and text: this record may end up in a log line. */
        @Override
        public String toString() {
            return "OutgoingSms[id=" + id + "]";
        }
    }

    /** The operator's answer to one message: accepted under its own id, or refused with a reason. */
    sealed interface Submission {

        record Accepted(String gatewayId) implements Submission {}

        record Refused(String reason) implements Submission {}
    }
}
