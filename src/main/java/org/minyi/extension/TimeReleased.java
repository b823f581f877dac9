package org.minyi.extension;

import java.time.Instant;
import java.util.UUID;

/** What was waited for is there: a clock of this matter goes on before the end that was agreed. */
public record TimeReleased(UUID matter, Instant at) {}
