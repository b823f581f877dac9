package org.minyi.callback;

/** Whoever made the last call cannot confirm that nobody can be reached. */
public class NotASecondPerson extends IllegalStateException {

    NotASecondPerson() {
        super("You made the last call yourself: a second person has to confirm that nobody can be reached.");
    }
}
