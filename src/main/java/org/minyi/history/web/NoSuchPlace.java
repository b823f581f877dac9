package org.minyi.history.web;

/** Somebody wants to go on from where no page ever ended. */
class NoSuchPlace extends RuntimeException {

    NoSuchPlace() {
        super("no page ended there: leave 'after' out to begin anew, or send what the page before said in 'next'");
    }
}
