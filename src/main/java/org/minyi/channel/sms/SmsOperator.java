package org.minyi.channel.sms;

import java.util.List;
import java.util.Optional;

/**
 * A link to an operator. The simulated operator and the real ones (SMPP, CMPP, HTTP) speak this port and nothing else;
 * what comes back later (delivery reports, replies) the link hands to {@link OperatorInbox}.
 */
public interface SmsOperator {

    /** What the link is called in the settings, the figures and the log. */
    default String name() {
        return "operator";
    }

    /** Its own terms; those of all links ({@code minyi.sms}) where it has none. */
    default Optional<LinkTerms> terms() {
        return Optional.empty();
    }

    /** Whether a message could leave now. Nothing is taken out of the outbox for a link that is down. */
    default boolean isUp() {
        return true;
    }

    /** In how many messages the operator sends, and counts, this text. */
    default int parts(String text) {
        return 1;
    }

    /**
     * Hands over one window of messages and returns one answer per message, in order; messages at the end of the window
     * without an answer count as {@link Submission.Unanswered}. Called outside any transaction, after every message of
     * the window is committed as SUBMITTING. If it throws anything but {@link OperatorUnreachable}, or the process dies,
     * the fate of the whole window is unknown and no machine sends it again.
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

    /** The operator's answer to one message. */
    sealed interface Submission {

        /** It has it, under its own ids: one, or one for each part of a long text, in their order. */
        record Accepted(List<String> gatewayIds) implements Submission {

            public Accepted {
                if (gatewayIds.isEmpty()) {
                    throw new IllegalArgumentException("an accepted message has at least one id");
                }
                gatewayIds = List.copyOf(gatewayIds);
            }

            public Accepted(String gatewayId) {
                this(List.of(gatewayId));
            }
        }

        /** It will not have it, for good. */
        record Refused(String reason) implements Submission {}

        /**
         * What became of it nobody knows: it is UNKNOWN and never sent again by a machine.
         *
         * @param gatewayIds of those of its parts that were accepted before the answer stayed away
         */
        record Unanswered(List<String> gatewayIds) implements Submission {

            public Unanswered {
                gatewayIds = List.copyOf(gatewayIds);
            }

            public Unanswered() {
                this(List.of());
            }
        }

        /** Nothing of it is with the operator, and it may try again: the link was down, or was asked to slow down. */
        record NotTaken() implements Submission {}
    }
}
