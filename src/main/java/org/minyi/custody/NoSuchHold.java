package org.minyi.custody;

/** There is nothing to hold or to lift. */
public class NoSuchHold extends RuntimeException {

    NoSuchHold(String sentence) {
        super(sentence);
    }
}
