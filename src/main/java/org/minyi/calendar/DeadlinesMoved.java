package org.minyi.calendar;

import java.util.List;

/** These deadlines are due at another moment from now on. */
public record DeadlinesMoved(List<Deadline> deadlines) {}
