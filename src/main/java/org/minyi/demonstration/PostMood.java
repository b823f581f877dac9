package org.minyi.demonstration;

/** What the simulated mail server says to every mail. */
enum PostMood {
    TAKES,
    /** Not now: the mail is tried again, later and later. */
    PUTS_OFF,
    /** For good: no such mailbox. */
    REFUSES,
    /** It cannot be reached. */
    AWAY
}
