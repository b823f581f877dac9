package org.minyi.supervision.gathering;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.UnitCode;

/**
 * A joint meeting is convened.
 *
 * @param meetsAt by the centre's clocks
 * @param place null where nobody said so
 * @param invited besides the units that have the matter and the one complained about, who always are
 * @param by who convenes it and takes the chair
 */
public record NewMeeting(
        UUID matter,
        int round,
        LocalDateTime meetsAt,
        WordsId place,
        WordsId agenda,
        List<UnitCode> invited,
        String by) {}
