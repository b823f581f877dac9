package org.minyi.citizen;

import java.time.Instant;
import java.util.UUID;

/**
 * A person who is not to be anonymised for now.
 *
 * @param matter for the sake of which; null when it is no single one
 * @param reason why, in the words of whoever set it
 */
public record Hold(UUID id, PersonId person, UUID matter, WordsId reason, Instant setAt, String setBy) {}
