package org.minyi.calendar;

import java.time.Duration;

/**
 * How long a step may take.
 *
 * @param priority of the task on the desk; higher comes first
 * @param rule where the limit comes from, in words that stand beside the deadline
 */
public record TimeLimit(Duration allowed, int priority, String rule) {}
