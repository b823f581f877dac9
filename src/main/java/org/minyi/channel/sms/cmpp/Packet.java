package org.minyi.channel.sms.cmpp;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A packet: a header of twelve octets (length, command, sequence) and a body (CMPP 3.0, 7.2).
 *
 * @param command one of the constants
 * @param sequence an answer has that of what it answers
 */
@SuppressWarnings("ArrayRecordComponent")
record Packet(int command, int sequence, byte[] body) {

    static final int CONNECT = 0x00000001;
    static final int TERMINATE = 0x00000002;
    static final int SUBMIT = 0x00000004;
    static final int DELIVER = 0x00000005;
    static final int ACTIVE_TEST = 0x00000008;
    private static final int ANSWER = 0x80000000;

    private static final int HEADER = 12;
    private static final int LONGEST = 16_384;

    static int answerTo(int command) {
        return command | ANSWER;
    }

    boolean isAnswer() {
        return (command & ANSWER) != 0;
    }

    byte[] bytes() {
        return ByteBuffer.allocate(HEADER + body.length)
                .putInt(HEADER + body.length)
                .putInt(command)
                .putInt(sequence)
                .put(body)
                .array();
    }

    /**
     * @throws IOException if the stream ends, or says what is no packet
     */
    static Packet read(DataInputStream in) throws IOException {
        var length = in.readInt();
        if (length < HEADER || length > LONGEST) {
            throw new IOException("a packet of %d octets is none".formatted(length));
        }
        var command = in.readInt();
        var sequence = in.readInt();
        var body = new byte[length - HEADER];
        in.readFully(body);
        return new Packet(command, sequence, body);
    }

    /** Puts a body together, field by field. */
    static final class Writer {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Writer octet(int value) {
            out.write(value);
            return this;
        }

        /** An unsigned number of one, two, four or eight octets, the highest first. */
        Writer number(long value, int octets) {
            for (var shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
                out.write((int) (value >>> shift));
            }
            return this;
        }

        /** Left-aligned, filled up with zeros. */
        Writer text(String value, int octets) {
            out.writeBytes(Arrays.copyOf(value.getBytes(StandardCharsets.US_ASCII), octets));
            return this;
        }

        Writer bytes(byte[] value) {
            out.writeBytes(value);
            return this;
        }

        Writer zeros(int octets) {
            out.writeBytes(new byte[octets]);
            return this;
        }

        byte[] body() {
            return out.toByteArray();
        }
    }

    /** Takes a body apart, field by field. */
    static final class Reader {

        private final ByteBuffer in;

        Reader(byte[] body) {
            this.in = ByteBuffer.wrap(body);
        }

        int octet() {
            return Byte.toUnsignedInt(in.get());
        }

        /** An unsigned number, the highest octet first. */
        long number(int octets) {
            var value = 0L;
            for (var at = 0; at < octets; at++) {
                value = value << 8 | octet();
            }
            return value;
        }

        /** Up to the first zero; some gateways fill up with blanks. */
        String text(int octets) {
            var text = new String(bytes(octets), StandardCharsets.ISO_8859_1);
            var end = text.indexOf(0);
            return (end < 0 ? text : text.substring(0, end)).strip();
        }

        byte[] bytes(int octets) {
            var bytes = new byte[octets];
            in.get(bytes);
            return bytes;
        }

        Reader skip(int octets) {
            in.position(in.position() + octets);
            return this;
        }
    }
}
