package org.minyi.organisation;

/** What was typed is not a unit code. Says what arrived and what would have been right. */
public class NotAUnitCode extends IllegalArgumentException {

    NotAUnitCode(String typed) {
        super("'%s' is not a unit code: twelve digits are expected, for example 990101000000".formatted(typed));
    }
}
