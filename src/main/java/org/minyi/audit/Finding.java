package org.minyi.audit;

/**
 * Something that is wrong with the evidence, and where.
 *
 * @param position in the chain; 0 where it is not about one place
 * @param where what else helps to find it: an id, a file, a name
 */
public record Finding(Fault fault, long position, String where) {

    /** In words, for a person at a terminal. */
    public String sentence() {
        var place = position > 0 ? "position " + position + ": " : "";
        return place + fault.words() + (where.isEmpty() ? "" : " (" + where + ")");
    }
}
