package org.minyi.workorder;

/** A unit has the order from now on, or puts it right: the first one, or another one than before. */
public record OrderHandedOn(WorkOrder order) {}
