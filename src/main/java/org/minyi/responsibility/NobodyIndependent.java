package org.minyi.responsibility;

/** Everybody who could judge an objection has had a hand in the matter, or belongs to those it is about. */
public class NobodyIndependent extends IllegalStateException {

    NobodyIndependent(ResponsibilityId id) {
        super("nobody is left who could judge the objection to %s: enlist another reviewer, director or inspector"
                .formatted(id));
    }
}
