package org.minyi.channel.sms;

import java.nio.charset.Charset;
import java.time.Instant;

/**
 * One part of a citizen's long message. Its bytes and not its text are kept: a character may be cut in two.
 *
 * @param link over which it came; references are the operator's
 * @param reference what the parts of one message have in common
 * @param parts how many there are
 * @param place of this one, from 1
 */
@SuppressWarnings("ArrayRecordComponent")
public record IncomingPart(
        String link,
        String number,
        String extension,
        int reference,
        int parts,
        int place,
        Charset charset,
        byte[] payload,
        Instant receivedAt) {

    /**
     * Checked.
     *
     * @throws IllegalArgumentException if the place is not one of the parts
     */
    public IncomingPart {
        if (place < 1 || place > parts || parts > 255) {
            throw new IllegalArgumentException("part %d of %d is none".formatted(place, parts));
        }
    }

    /** Without number and text. */
    @Override
    public String toString() {
        return "IncomingPart[link=" + link + ", place=" + place + ", parts=" + parts + "]";
    }
}
