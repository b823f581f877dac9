package org.minyi.supervision;

import org.minyi.calendar.Deadline;

/** A step is late and nobody has told it up the line yet; heard by the process that does. */
public record OverdueStep(Deadline deadline) {}
