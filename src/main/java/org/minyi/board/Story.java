package org.minyi.board;

import java.util.List;
import org.minyi.complaint.Complaint;

/** What one room has to tell about a matter. */
interface Story {

    /**
     * Everything that belongs to the matter.
     *
     * @param whole also what else happened between this person and the police
     */
    List<Told> tell(Complaint matter, boolean whole);
}
