package org.minyi.extension;

/** More time cannot be asked for so; the message says why, in words for whoever asked. */
public class NoMoreTime extends RuntimeException {

    NoMoreTime(String why) {
        super(why);
    }
}
