package org.minyi.supervision;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.UnitCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes what supervision did about a matter, and tells it. */
@Service
public class SupervisionStory {

    private final SupervisionTables tables;
    private final Clock clock;

    SupervisionStory(SupervisionTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** Keeps what somebody has just done. */
    @Transactional
    public void done(
            UUID matter,
            int round,
            SupervisionStep.What what,
            String by,
            UnitCode unit,
            String outcome,
            WordsId words) {
        tables.insert(new SupervisionStep(matter, round, what, clock.instant(), by, unit, outcome, words));
    }

    /** Everything supervision did about a matter, oldest first. */
    public List<SupervisionStep> about(UUID matter) {
        return tables.about(matter);
    }
}
