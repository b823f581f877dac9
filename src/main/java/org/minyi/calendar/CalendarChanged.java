package org.minyi.calendar;

/** Another version of the working calendar stands from now on. */
public record CalendarChanged(int version) {}
