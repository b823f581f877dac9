package org.minyi.calendar;

/** What was due is done, or nobody waits for it any more. */
public record DeadlineEnded(Deadline deadline) {}
