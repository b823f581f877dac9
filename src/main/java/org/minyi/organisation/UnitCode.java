package org.minyi.organisation;

/** The twelve-digit code of a police unit. Anything else is not a unit. */
public record UnitCode(String value) {

    public UnitCode {
        if (value == null || !value.matches("\\d{12}")) {
            throw new NotAUnitCode(value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
