package org.minyi.channel.sms.cmpp;

/** What differs between the two versions: how long a number's field is, and how long a result. */
enum CmppVersion {
    V2_0(0x20, 21, 1, 8),
    V3_0(0x30, 32, 4, 20);

    private final byte code;
    private final int numberLength;
    private final int resultLength;
    private final int tailLength;

    CmppVersion(int code, int numberLength, int resultLength, int tailLength) {
        this.code = (byte) code;
        this.numberLength = numberLength;
        this.resultLength = resultLength;
        this.tailLength = tailLength;
    }

    /** As it is told in CMPP_CONNECT. */
    byte code() {
        return code;
    }

    /** Of a terminal's number: 21 octets, then 32 followed by one that says of which type it is. */
    int numberLength() {
        return numberLength;
    }

    boolean hasNumberType() {
        return this == V3_0;
    }

    /** Of the result of CMPP_CONNECT, CMPP_SUBMIT and CMPP_DELIVER. */
    int resultLength() {
        return resultLength;
    }

    /** Of what stands after a message's content: reserved, then the id of a service on demand. */
    int tailLength() {
        return tailLength;
    }
}
