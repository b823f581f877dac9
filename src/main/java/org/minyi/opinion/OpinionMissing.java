package org.minyi.opinion;

/** Nobody supervises a matter without saying what they hold, nor answers or sends back without a word. */
public class OpinionMissing extends RuntimeException {

    OpinionMissing() {
        super("Say what you hold, in at most %d characters.".formatted(Opinions.LONGEST));
    }
}
