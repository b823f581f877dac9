package org.minyi.survey.web;

/** A wave is stopped for a reason. */
class NoReason extends RuntimeException {

    NoReason() {
        super("a reason is needed to stop a wave: one to 2000 characters");
    }
}
