package org.minyi.extension;

import java.time.Instant;

/**
 * What somebody asks for.
 *
 * @param task the open step that needs more time
 * @param days working days more, for an extension
 * @param until the end, for a pause
 * @param reason of a pause
 * @param words why, in the asker's words
 */
public record Wanted(String task, Kind kind, Integer days, Instant until, PauseReason reason, String words) {}
