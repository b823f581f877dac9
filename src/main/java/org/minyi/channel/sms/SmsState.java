package org.minyi.channel.sms;

/** Where a message stands (SAFETY 1.1). */
public enum SmsState {
    /** Waits for its time and a link. */
    PENDING,
    /** A link took it and has not sent it yet. */
    CLAIMED,
    /** Committed before the first byte leaves. */
    SUBMITTING,
    /** The operator has it. */
    ACCEPTED,
    DELIVERED,
    FAILED,
    EXPIRED,
    /** The operator's answer was lost. No machine sends it again. */
    UNKNOWN,
    /** Taken back before it was sent. */
    WITHDRAWN
}
