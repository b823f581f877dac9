package org.minyi.hotline;

import java.time.LocalDate;

/**
 * What became of the calls to the public hotline that were given up on one day, of those whose line is known.
 *
 * @param calls that were given up
 * @param spokenTo rung back and reached, or answered when they called again
 * @param open still to be rung back
 */
public record RingBackDay(LocalDate day, int calls, int spokenTo, int open) {}
