package org.minyi.notice.paper;

import java.util.List;

/** What is filled into a drawing, by the names in it. */
public interface Values {

    /**
     * A short text: a name, a number, a date.
     *
     * @param format how it is written; empty for as it is
     * @return null where there is nothing to say
     */
    String text(String name, String format);

    /** What somebody wrote, as long as it is; null where nobody did. */
    String words(String name);

    /** The lines of a table; none where there is no table. */
    List<Values> rows(String name);
}
