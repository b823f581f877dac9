package org.minyi.complaint;

import java.util.List;

/** What became of a matter that another system handed in. */
public sealed interface HandInAnswer {

    /**
     * It is taken in.
     *
     * @param fresh false when this reference was there already
     */
    record Taken(Complaint matter, boolean fresh) implements HandInAnswer {}

    /** It is not: every fault at once, so that it is corrected in one go. */
    record Refused(List<Fault> faults) implements HandInAnswer {}
}
