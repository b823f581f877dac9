package org.minyi.channel.mail;

/** The room that makes matters of letters. */
public interface LetterTaker {

    /**
     * Keeps a letter. When this returns it is committed; told the same letter again, nothing more happens.
     */
    void take(IncomingLetter letter);
}
