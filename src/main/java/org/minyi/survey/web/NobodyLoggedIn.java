package org.minyi.survey.web;

/** Nobody is logged in, or the password is wrong. */
class NobodyLoggedIn extends RuntimeException {

    NobodyLoggedIn() {
        super("nobody is logged in: log in to Tasklist first");
    }
}
