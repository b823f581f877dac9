package org.minyi.extension;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minyi.calendar.Allowance;
import org.minyi.calendar.Counted;
import org.minyi.calendar.Deadlines;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.FourEyes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was decided about more time, and what follows of it. */
@Service
public class Granting {

    private final TimeRequestTables tables;
    private final Deadlines deadlines;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Granting(TimeRequestTables tables, Deadlines deadlines, ApplicationEventPublisher events, Clock clock) {
        this.tables = tables;
        this.deadlines = deadlines;
        this.events = events;
        this.clock = clock;
    }

    /** Refuses whoever asked: nobody grants time to themselves. */
    public void mustBeAnother(RequestId id, String user) {
        FourEyes.mustBeSecond(tables.get(id).askedBy(), user, "You asked for this yourself: somebody else decides.");
    }

    /** The deadline moves once, by what was asked for. A pause whose end has passed meanwhile moves nothing any more. */
    @Transactional
    public void grant(RequestId id, String by, WordsId words) {
        mustBeAnother(id, by);
        var request = tables.get(id);
        decide(request, TimeRequest.State.GRANTED, by, words);
        if (request.kind() == Kind.EXTENSION) {
            deadlines.extend(request.deadline(), new Allowance("P" + request.days() + "D", Counted.WORKING), by);
        } else if (request.until().isAfter(clock.instant())) {
            deadlines.pause(request.deadline(), request.reason().name(), request.until(), by);
        }
    }

    /**
     * The deadline stays.
     *
     * @throws NoMoreTime where nobody would learn why
     */
    @Transactional
    public void refuse(RequestId id, String by, WordsId words) {
        mustBeAnother(id, by);
        if (words == null) {
            throw new NoMoreTime("Say why no more time is granted.");
        }
        decide(tables.get(id), TimeRequest.State.REFUSED, by, words);
    }

    /** The step was done before anybody decided. */
    @Transactional
    public void lapse(RequestId id) {
        decide(tables.get(id), TimeRequest.State.LAPSED, null, null);
    }

    private void decide(TimeRequest request, TimeRequest.State state, String by, WordsId words) {
        tables.decide(request, state, by, clock.instant(), words);
        events.publishEvent(new TimeDecided(tables.get(request.id())));
    }

    /** What waits for a decision about this deadline. */
    public Optional<TimeRequest> waiting(UUID deadline) {
        return tables.waiting(deadline);
    }

    /** All requests in a matter, oldest first. */
    public List<TimeRequest> about(UUID matter) {
        return tables.about(matter);
    }
}
