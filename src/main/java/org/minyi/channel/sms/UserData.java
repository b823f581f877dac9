package org.minyi.channel.sms;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a phone sent: the text's bytes, and of which long message they are a part (3GPP TS 23.040, 9.2.3.24.1 and
 * 9.2.3.24.8). A header that cannot be read is read over.
 *
 * @param part empty where the message is whole
 */
@SuppressWarnings("ArrayRecordComponent")
public record UserData(byte[] text, Optional<Part> part) {

    private static final int CONCATENATED = 0x00;
    private static final int CONCATENATED_WIDE = 0x08;

    /** Which part of which message. */
    public record Part(int reference, int parts, int place) {

        private boolean isSound() {
            return place >= 1 && place <= parts && parts > 1;
        }
    }

    /** What was said of a part beside the text; empty where it makes no sense. */
    public static Optional<Part> part(int reference, int parts, int place) {
        return Optional.of(new Part(reference & 0xFFFF, parts & 0xFF, place & 0xFF))
                .filter(Part::isSound);
    }

    /** Without a header. */
    public static UserData whole(byte[] text) {
        return new UserData(text, Optional.empty());
    }

    /** Begins with a header, as the operator said. */
    public static UserData withHeader(byte[] payload) {
        if (payload.length == 0) {
            return whole(payload);
        }
        var length = Byte.toUnsignedInt(payload[0]);
        var end = Math.min(1 + length, payload.length);
        return new UserData(Arrays.copyOfRange(payload, end, payload.length), part(payload, end));
    }

    private static Optional<Part> part(byte[] payload, int end) {
        for (var at = 1; at + 1 < end; at += 2 + Byte.toUnsignedInt(payload[at + 1])) {
            var size = Byte.toUnsignedInt(payload[at + 1]);
            var wide = payload[at] == CONCATENATED_WIDE && size == 4;
            if ((wide || (payload[at] == CONCATENATED && size == 3)) && at + 2 + size <= end) {
                var reference = Byte.toUnsignedInt(payload[at + 2]);
                var rest = at + 3;
                if (wide) {
                    reference = 256 * reference + Byte.toUnsignedInt(payload[rest++]);
                }
                return part(reference, payload[rest], payload[rest + 1]);
            }
        }
        return Optional.empty();
    }
}
