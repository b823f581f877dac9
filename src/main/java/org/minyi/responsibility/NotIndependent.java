package org.minyi.responsibility;

/** Whoever would judge an objection has had a hand in the matter before, or is no judge of this respondent. */
public class NotIndependent extends IllegalStateException {

    NotIndependent(String user) {
        super("%s has had a hand in this matter, or may not judge this respondent: somebody else judges the objection"
                .formatted(user));
    }
}
