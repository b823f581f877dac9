package org.minyi.desk;

/** The task was done by somebody in the very moment it was read. */
public class TaskDone extends RuntimeException {

    public TaskDone() {
        super("no such task is open for you");
    }
}
