package org.minyi.citizen;

/**
 * A person as somebody told them.
 *
 * @param name as written
 * @param phone as typed; null or blank when none was given
 * @param minor whether they are under age, which keeps them out of surveys
 * @param address as written; null when none was given
 */
public record Told(String name, String phone, boolean minor, String address) {

    public Told {
        address = address == null || address.isBlank() ? null : address.strip();
    }

    /** Without an address. */
    public Told(String name, String phone, boolean minor) {
        this(name, phone, minor, null);
    }

    /** Shows nothing: a name or number must not reach a log. */
    @Override
    public String toString() {
        return "Told[sealed]";
    }
}
