package org.minyi.complaint;

import java.time.Instant;

/**
 * What one client of a channel handed in between two moments.
 *
 * @param beginning of the references that are the client's: letters, digits and dashes
 * @param from included
 * @param to excluded
 * @param kind null for any
 * @param open null for both
 */
public record HandedInSearch(Channel channel, String beginning, Instant from, Instant to, Kind kind, Boolean open) {}
