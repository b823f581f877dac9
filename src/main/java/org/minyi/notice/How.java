package org.minyi.notice;

/** How somebody got a document. */
public enum How {
    /** The addressee confirmed its receipt. */
    RECEIPT,
    BY_HAND,
    REGISTERED_MAIL,
    TELEPHONE
}
