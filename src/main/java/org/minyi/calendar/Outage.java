package org.minyi.calendar;

import java.time.Instant;

/**
 * A time in which Minyi was not at work.
 *
 * @param began when it was last seen at work
 * @param ended when it was again
 * @param credited when every open deadline had its time back; null until then
 */
public record Outage(Instant began, Instant ended, Instant credited) {}
