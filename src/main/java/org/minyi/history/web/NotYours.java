package org.minyi.history.web;

/** The history is for those who answer for it, and for the units in theirs. */
class NotYours extends RuntimeException {

    NotYours() {
        super("the history is for the auditor, the inspector, the director, and for units in their own matters");
    }
}
