package org.minyi.history;

import java.util.List;
import java.util.Optional;

/** The models as they were deployed. */
public interface Models {

    /** The drawing of this version; empty when somebody deleted it. */
    Optional<Drawing> drawing(String definition);

    /** Its BPMN, to be shown. */
    Optional<String> source(String definition);

    /** The table of this version; empty when it is none, or somebody deleted it. */
    Optional<Table> table(String definition);

    /** The newest drawing of each process. */
    List<Drawing> newest();
}
