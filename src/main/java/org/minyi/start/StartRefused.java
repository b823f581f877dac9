package org.minyi.start;

/**
 * Minyi cannot start, and the person at the terminal can do something about it. The message is all they get to read:
 * one sentence that says what was found and what to do. Anything else that fails at start is a defect and keeps its
 * stack trace.
 */
public class StartRefused extends RuntimeException {

    public StartRefused(String sentence) {
        super(sentence);
    }

    StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
