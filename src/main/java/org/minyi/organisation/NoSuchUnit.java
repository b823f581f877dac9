package org.minyi.organisation;

/** A well-formed code that belongs to no unit. */
public class NoSuchUnit extends IllegalArgumentException {

    NoSuchUnit(UnitCode code) {
        super("there is no unit %s".formatted(code));
    }
}
