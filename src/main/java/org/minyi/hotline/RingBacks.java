package org.minyi.hotline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minyi.channel.phone.PhoneCalls;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever gave up waiting at the public hotline, and how they are rung back: one at a time for each line, however often
 * they gave up; nobody who was answered since.
 */
@Service
public class RingBacks {

    private final RingBackTables tables;
    private final PhoneCalls calls;
    private final Citizens citizens;
    private final Clock clock;

    RingBacks(RingBackTables tables, PhoneCalls calls, Citizens citizens, Clock clock) {
        this.tables = tables;
        this.calls = calls;
        this.citizens = citizens;
        this.clock = clock;
    }

    /**
     * A try to reach somebody.
     *
     * @param number from 1
     */
    public record Try(int number, ZonedDateTime at) {}

    /**
     * A call was given up; told again it is the same.
     *
     * @return whom to ring back: who is known on the line alone, else somebody on it; nothing where a call of the line
     *     waits for that already, or was answered since
     */
    @Transactional
    public Optional<PersonId> gaveUp(UUID call, LineId line, Instant at) {
        if (tables.knows(call) || calls.wasAnswered(line, at)) {
            return Optional.empty();
        }
        var first = tables.open(call, line, at);
        tables.add(call, line, at);
        return first ? Optional.of(whoWaited(line)) : Optional.empty();
    }

    private PersonId whoWaited(LineId line) {
        var known = citizens.onLine(line);
        return known.size() == 1 ? known.get(0) : citizens.speaks(null, line);
    }

    /** A call of the line was answered. The one that need not be rung back any more, if there is one. */
    @Transactional
    public Optional<UUID> answered(LineId line, Instant at) {
        return tables.endOf(line, at, clock.instant());
    }

    /** Somebody tried. Where nobody was reached it stays open. */
    @Transactional
    public Try tried(UUID id, RingBack outcome) {
        var now = clock.instant();
        var number = tables.tried(id);
        if (outcome != RingBack.NOT_REACHED) {
            tables.end(id, outcome, now);
        }
        return new Try(number, now.atZone(clock.getZone()));
    }

    /** That was the last try. */
    @Transactional
    public void leave(UUID id) {
        tables.end(id, RingBack.NOT_REACHED, clock.instant());
    }

    /** By the day on which they gave up, latest first; days without are left out. */
    public List<RingBackDay> days(LocalDate from, LocalDate to) {
        return tables.days(from, to, clock.getZone());
    }
}
