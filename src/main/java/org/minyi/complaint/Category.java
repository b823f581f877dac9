package org.minyi.complaint;

/** What a matter is about; begins with the reason a caller ticked (see CallReason). */
public enum Category {
    ATTITUDE,
    DELAY,
    PROCEDURE,
    RESULT,
    INTEGRITY,
    OTHER
}
