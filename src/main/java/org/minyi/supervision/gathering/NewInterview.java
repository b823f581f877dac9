package org.minyi.supervision.gathering;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.minyi.citizen.WordsId;

/**
 * A leader was spoken to.
 *
 * @param heldAt by the centre's clocks
 * @param place null where nobody said so
 * @param interviewed user id
 * @param talk what was held up to them
 * @param answer what they said to it; null where nobody wrote it down
 * @param by who spoke with them and writes the record
 */
public record NewInterview(
        UUID matter,
        int round,
        LocalDateTime heldAt,
        WordsId place,
        String interviewed,
        WordsId talk,
        WordsId answer,
        String by,
        List<AgreedDuty> duties) {}
