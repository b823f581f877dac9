package org.minyi.responsibility;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minyi.desk.Parties;
import org.minyi.organisation.Member;
import org.minyi.organisation.Members;
import org.minyi.organisation.UnitCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Verdicts on those who are held responsible, each respondent's for itself. Nothing follows of one, no score is counted, no
 * list and no notification, before the time to object is over or the objection is settled; what it was confirmed as stays
 * beside what it became.
 */
@Service
public class Responsibilities {

    private final ResponsibilityTables tables;
    private final Parties parties;
    private final Members members;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Responsibilities(
            ResponsibilityTables tables,
            Parties parties,
            Members members,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tables = tables;
        this.parties = parties;
        this.members = members;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps the verdict on the unit, and on the officer where one is named; each is told of it. Once for each of them. */
    @Transactional
    public void confirm(NewVerdict verdict) {
        for (var one : respondents(verdict)) {
            if (tables.insert(one)) {
                takePart(one);
                events.publishEvent(new VerdictNotified(one, verdict.matter()));
            }
        }
    }

    private List<Responsibility> respondents(NewVerdict verdict) {
        var all = new ArrayList<Responsibility>();
        all.add(respondent(verdict, verdict.unit(), null));
        if (verdict.officer() != null) {
            var unit = members.find(verdict.officer()).map(Member::unit).orElse(verdict.unit());
            all.add(respondent(verdict, unit, verdict.officer()));
        }
        return all;
    }

    private Responsibility respondent(NewVerdict verdict, UnitCode unit, String officer) {
        return new Responsibility(
                new ResponsibilityId(UuidCreator.getTimeOrderedEpoch()),
                verdict.matter().id(),
                verdict.matter().number(),
                verdict.round(),
                unit,
                officer,
                verdict.judgement(),
                verdict.by(),
                now(),
                verdict.finding(),
                verdict.grounds(),
                Responsibility.State.NOTIFIED,
                null,
                null);
    }

    /** Whoever answers for something may see what. */
    private void takePart(Responsibility one) {
        if (one.officer() == null) {
            parties.take(one.matter(), one.unit(), Parties.Part.RESPONDENT);
        } else if (members.find(one.officer()).isPresent()) {
            parties.take(one.matter(), one.officer(), Parties.Part.RESPONDENT);
        }
    }

    /** It counts from now on, as it was confirmed, or as an objection corrected it. */
    @Transactional
    public Responsibility settle(ResponsibilityId id) {
        var one = tables.get(id);
        if (one.state() != Responsibility.State.EFFECTIVE) {
            var instead = tables.objection(id).map(Objection::instead);
            tables.settle(one, instead.orElse(one.confirmed()), now());
            events.publishEvent(new VerdictSettled(tables.get(id)));
        }
        return tables.get(id);
    }

    public Responsibility get(ResponsibilityId id) {
        return tables.get(id);
    }

    /** The verdicts in a matter, the unit's first. */
    public List<Responsibility> about(UUID matter) {
        return tables.about(matter);
    }

    /** What began to count within this time: what lists and rankings are made of, and nothing else. */
    public List<Responsibility> effective(Instant from, Instant to) {
        return tables.effective(from, to);
    }

    public Optional<Objection> objection(ResponsibilityId id) {
        return tables.objection(id);
    }

    public Optional<Accountability> accountability(ResponsibilityId id) {
        return tables.accountability(id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
