package org.minyi.survey.web;

/** Waves are for the centre's reviewers, director, auditor and process owner. */
class NotYours extends RuntimeException {

    NotYours() {
        super(
                "the waves are for reviewers, the director, the auditor and the process owner; only the first two stop one");
    }
}
