package org.minyi.hotline.web;

/** Nobody works here under what was typed; the login itself is not repeated. */
class NobodyOfThisLogin extends RuntimeException {

    NobodyOfThisLogin() {
        super("nobody works here under this login");
    }
}
