package org.minyi.board.web;

/** The dossier was asked for without a login at the desk. */
class NobodyLoggedIn extends RuntimeException {

    NobodyLoggedIn() {
        super("nobody is logged in: log in to Tasklist first");
    }
}
