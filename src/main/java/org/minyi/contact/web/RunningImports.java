package org.minyi.contact.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.minyi.contact.Progress;
import org.springframework.stereotype.Component;

/** How far the imports are that run on this node, for those who announced that they watch. */
@Component
class RunningImports {

    /** More are taken over all the same, only unwatched. */
    private static final int WATCHED = 1_000;

    private final Map<String, State> running = new ConcurrentHashMap<>();

    /** Lines through, and bytes read of all the file's bytes. */
    record State(long rows, long bytes, long total) {}

    Progress progress(String id) {
        if (id == null || running.size() >= WATCHED) {
            return Progress.UNWATCHED;
        }
        return (rows, bytes, total) -> running.put(id, new State(rows, bytes, total));
    }

    State of(String id) {
        return running.getOrDefault(id, new State(0, 0, 0));
    }

    void ended(String id) {
        if (id != null) {
            running.remove(id);
        }
    }
}
