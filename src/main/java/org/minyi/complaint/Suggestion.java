package org.minyi.complaint;

import java.util.List;

/** An earlier matter that looks like this one, and why. */
public record Suggestion(Complaint other, List<Reason> reasons) {

    /** Why two matters look alike. */
    public enum Reason {
        SAME_PERSON,
        SAME_LINE,
        SAME_CONTACT,
        SAME_UNIT,
        SAME_BUSINESS,
        STILL_OPEN,
        RECENT
    }
}
