package org.minyi.board;

import java.util.List;

/** What one room has to tell about a matter, or about a person who is asked. */
interface Story {

    /** Everything that belongs to it. */
    List<Told> tell(About about, Extent extent);
}
