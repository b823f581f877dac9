package org.minyi.board.web;

/** The task is not open, or not this user's to see; which of the two stays unsaid. */
class NoSuchDossier extends RuntimeException {

    NoSuchDossier() {
        super("no such task is open for you");
    }
}
