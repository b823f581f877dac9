package org.minyi.audit;

/** Something that must not get into the evidence. Says what was expected, never what arrived. */
public class NotEvidence extends IllegalArgumentException {

    NotEvidence(String sentence) {
        super(sentence);
    }
}
