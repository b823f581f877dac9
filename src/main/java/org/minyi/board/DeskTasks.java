package org.minyi.board;

import java.util.Optional;

/** The open tasks at the desk, each only for whoever may see it there. */
public interface DeskTasks {

    /** The task, if it is open and this user is let see it; nobody learns which of the two was wanting. */
    Optional<OpenTask> seenBy(String userId, String taskId);
}
