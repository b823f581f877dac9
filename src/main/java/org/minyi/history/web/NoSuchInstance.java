package org.minyi.history.web;

/** There is no such instance, or it is not this viewer's to see; which of the two stays unsaid. */
class NoSuchInstance extends RuntimeException {

    NoSuchInstance() {
        super("there is no such instance for you");
    }
}
