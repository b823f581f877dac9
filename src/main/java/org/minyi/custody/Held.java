package org.minyi.custody;

import java.time.Instant;
import java.util.UUID;

/**
 * A hold that stands: whom this matter is from is not forgotten.
 *
 * @param matter its number; null where the hold is for the sake of no single one
 * @param reason in the words of whoever set it
 * @param by the name of whoever set it
 */
public record Held(UUID id, String matter, String reason, Instant since, String by) {}
