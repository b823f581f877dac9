package org.minyi.channel.sms;

import java.time.Instant;

/**
 * A citizen's message as a link receives it.
 *
 * @param operatorRef the operator's own id: the same message told twice is one message; null where it gives none
 * @param extension what stood after our service number; empty when it was sent to the number itself
 */
public record IncomingSms(String operatorRef, String number, String extension, String text, Instant receivedAt) {

    /** Without number and text. */
    @Override
    public String toString() {
        return "IncomingSms[operatorRef=" + operatorRef + "]";
    }
}
