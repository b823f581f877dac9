package org.minyi.callback;

import java.time.Instant;
import org.minyi.citizen.WordsId;

/**
 * What the second person decided when nobody was reached.
 *
 * @param by user id
 * @param unreachable false: call again
 */
public record CallVerdict(Instant at, String by, boolean unreachable, WordsId words) {}
