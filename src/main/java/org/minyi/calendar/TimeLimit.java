package org.minyi.calendar;

/**
 * How long a step may take.
 *
 * @param priority of the task on the desk; higher comes first
 */
public record TimeLimit(Allowance allowed, int priority, Rule rule) {}
