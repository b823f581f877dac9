package org.minyi.supervision.gathering;

import java.time.LocalDateTime;
import java.util.List;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.UnitCode;

/**
 * A joint meeting was held.
 *
 * @param metAt by the centre's clocks
 * @param absent of those who were invited
 * @param by who writes the minutes
 */
public record HeldMeeting(
        GatheringId id,
        LocalDateTime metAt,
        List<UnitCode> absent,
        WordsId minutes,
        String by,
        List<AgreedDuty> duties) {}
