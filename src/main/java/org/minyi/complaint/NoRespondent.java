package org.minyi.complaint;

/** A matter of ours was triaged without a unit that exists: nobody would put it right. */
public class NoRespondent extends IllegalArgumentException {

    NoRespondent() {
        super("A matter of ours needs the unit complained about: choose one of the list.");
    }
}
