package org.minyi.demonstration;

/** How the simulated city hotline feels. */
enum PeerMood {
    /** It hears everything, and signs what it says. */
    TAKES,
    /** It answers nothing but that it is not there (503). */
    DOWN,
    /** It hears everything, and answers when nobody waits any more. */
    SLOW,
    /** It takes nothing (422): each message goes to a person. */
    REFUSES,
    /** It signs with a key that nobody gave it. */
    WRONG_SIGNATURE,
    /** It says everything twice. */
    TWICE
}
