package org.minyi.calendar;

/**
 * Where somebody works on a step.
 *
 * @param task by which the desk knows it
 * @param name of the step, as people read it
 * @param number of the matter; null for what has none
 */
public record AtDesk(String task, String name, String number) {}
