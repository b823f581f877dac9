package org.minyi.channel.sms.cmpp;

/**
 * What a gateway brings: a citizen's message, or a report (CMPP 3.0, 7.4.5).
 *
 * @param id the gateway's own; the same one when it is brought again
 * @param to our service number, and what the citizen's message answered
 * @param from the citizen's number
 */
@SuppressWarnings("ArrayRecordComponent")
record Delivered(long id, String to, String from, boolean hasHeader, int format, boolean isReport, byte[] content) {

    /** @throws java.nio.BufferUnderflowException if it is too short */
    static Delivered of(byte[] body, CmppVersion version) {
        var in = new Packet.Reader(body);
        var id = in.number(8);
        var to = in.text(21);
        in.skip(10 + 1);
        var hasHeader = in.octet() == 1;
        var format = in.octet();
        var from = in.text(version.numberLength());
        in.skip(version.hasNumberType() ? 1 : 0);
        var isReport = in.octet() == 1;
        return new Delivered(id, to, from, hasHeader, format, isReport, in.bytes(in.octet()));
    }

    /**
     * What a report says.
     *
     * @param id of the message it is about
     * @param state seven characters: DELIVRD, EXPIRED, or what went wrong
     */
    record Report(long id, String state) {}

    /** @throws java.nio.BufferUnderflowException if it is too short */
    Report report() {
        var in = new Packet.Reader(content);
        return new Report(in.number(8), in.text(7));
    }

    /** Without numbers and content. */
    @Override
    public String toString() {
        return "Delivered[id=" + Long.toHexString(id) + ", isReport=" + isReport + "]";
    }
}
