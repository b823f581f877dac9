package org.minyi.supervision.gathering;

/** Everybody has countersigned; heard by the process that waits for it. */
public record MinutesCountersigned(Gathering meeting) {}
