package org.minyi.board;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The open tasks at the desk, each only for whoever may see it there. */
public interface DeskTasks {

    /**
     * The task, if it is open and this user is let see it; nobody learns which of the two was wanting.
     *
     * @throws TaskDone where it is done in this very moment
     */
    Optional<OpenTask> seenBy(String userId, String taskId);

    /** Of these tasks those that are open, belong to a numbered matter and are this user's to see. */
    List<Card> cards(String userId, Collection<String> taskIds);
}
