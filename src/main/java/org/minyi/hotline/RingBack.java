package org.minyi.hotline;

/** What came of ringing somebody back. */
public enum RingBack {
    /** They were reached, and what they said is a matter. */
    MATTER,
    /** They were reached, and answered at once. */
    ANSWERED,
    /** They were reached, and want nothing any more. */
    NOT_WANTED,
    /** Nobody picked up; after the last try they are left alone. */
    NOT_REACHED,
    /** They called again meanwhile, and somebody picked up. */
    CALLED_AGAIN
}
