package org.minyi.board.web;

/** The evidence is for the auditor and the director. */
class NotAnAuditor extends RuntimeException {

    NotAnAuditor() {
        super("the evidence is for the auditor and the director");
    }
}
