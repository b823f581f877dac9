package org.minyi.survey;

/** Who started an unusual wave wants to release it. */
public class NotASecondPerson extends RuntimeException {

    NotASecondPerson() {
        super("You started this wave: a second person has to release it.");
    }
}
