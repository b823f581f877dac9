package org.minyi.notice;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.minyi.organisation.UnitCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues official documents. The numbers of a kind and year have no gap and no double: the counter moves in the
 * transaction that issues, and whoever comes second waits for it.
 */
@Service
public class Notices {

    private final NoticeTables tables;
    private final Clock clock;

    Notices(NoticeTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** The document of this kind, matter, round and reason; issued now if it is new. */
    @Transactional
    public Notice issue(Kind kind, UnitCode unit, UUID matter, int round, String reason) {
        // PostgreSQL keeps microseconds; what is answered now must equal what is read later.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var year = now.atZone(clock.getZone()).getYear();
        tables.lockCounter(kind, year);
        return tables.find(kind, matter, round, reason).orElseGet(() -> {
            var notice = new Notice(
                    new NoticeId(UuidCreator.getTimeOrderedEpoch()),
                    kind,
                    year,
                    tables.nextNumber(kind, year),
                    unit,
                    matter,
                    round,
                    reason,
                    now);
            tables.insert(notice);
            return notice;
        });
    }

    /** Everything issued in a matter, oldest first. */
    public List<Notice> of(UUID matter) {
        return tables.of(matter);
    }
}
