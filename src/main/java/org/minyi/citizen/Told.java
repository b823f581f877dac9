package org.minyi.citizen;

/**
 * A person as somebody told them.
 *
 * @param name as written
 * @param phone as typed; null or blank when none was given
 * @param minor whether they are under age, which keeps them out of surveys
 */
public record Told(String name, String phone, boolean minor) {

    /** Shows nothing: a name or number must not reach a log. */
    @Override
    public String toString() {
        return "Told[sealed]";
    }
}
