package org.minyi.organisation;

/** What one person did wants a second one, and this is not one. Says why, in words for the person refused. */
public class NotASecondPerson extends IllegalStateException {

    NotASecondPerson(String refusal) {
        super(refusal);
    }
}
