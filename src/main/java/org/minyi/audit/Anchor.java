package org.minyi.audit;

import java.time.Instant;

/**
 * A line of an anchor file: how the chain ended at a moment.
 *
 * @param hash of the last link, in hex
 */
public record Anchor(Instant at, long position, String hash) {}
