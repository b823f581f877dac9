package org.minyi.complaint;

import org.minyi.citizen.WordsId;
import org.minyi.organisation.UnitCode;

/**
 * What triage decided.
 *
 * @param respondentUnit only of a matter of ours
 * @param respondentOfficer user id; null when no officer is named
 * @param by user id
 * @param words notes; null when there are none
 */
public record TriageVerdict(
        Category category,
        Severity severity,
        Jurisdiction jurisdiction,
        UnitCode respondentUnit,
        String respondentOfficer,
        String by,
        WordsId words) {}
