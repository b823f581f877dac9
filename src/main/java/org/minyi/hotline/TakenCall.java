package org.minyi.hotline;

import java.util.UUID;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsId;
import org.minyi.complaint.Kind;

/**
 * What came out of a call.
 *
 * @param person who spoke; null where they did not say and are not known
 * @param line on which they want to be called; null for the one they called from
 * @param business code; null when not told
 * @param unit code; null when not told
 * @param by who took it
 */
public record TakenCall(
        UUID call, Kind kind, PersonId person, LineId line, WordsId words, String business, String unit, String by) {}
