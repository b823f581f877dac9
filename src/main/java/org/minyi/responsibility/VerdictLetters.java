package org.minyi.responsibility;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minyi.citizen.WordsId;
import org.minyi.notice.Kind;
import org.minyi.notice.MattersKnown;
import org.minyi.notice.NewNotice;
import org.minyi.notice.Notice;
import org.minyi.notice.Notices;
import org.minyi.organisation.Level;
import org.minyi.organisation.Unit;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The official documents about responsibility: the verdict, what an objection came to, and the notification of a zero score. */
@Service
public class VerdictLetters {

    private final Notices notices;
    private final ResponsibilityTables tables;
    private final MattersKnown matters;
    private final Units units;

    VerdictLetters(Notices notices, ResponsibilityTables tables, MattersKnown matters, Units units) {
        this.notices = notices;
        this.tables = tables;
        this.matters = matters;
        this.units = units;
    }

    /** To the unit, with a copy to the level above: what was found, and until when it may be contested. */
    @Transactional
    public Notice verdict(ResponsibilityId id, Instant objectBy) {
        return letter(tables.get(id), "CONFIRMED", tables.get(id).confirmed(), Optional.of(objectBy), null);
    }

    /** What an objection came to. */
    @Transactional
    public Notice settled(ResponsibilityId id) {
        var one = tables.get(id);
        var objection = tables.objection(id).orElseThrow();
        return letter(
                one,
                objection.outcome().name(),
                Optional.ofNullable(objection.instead()).orElse(one.confirmed()),
                Optional.empty(),
                objection.judgedWords());
    }

    private Notice letter(
            Responsibility one, String reason, Judgement judgement, Optional<Instant> objectBy, WordsId grounds) {
        return notices.issue(
                NewNotice.of(Kind.RESPONSIBILITY_VERDICT, one.unit(), matters.known(one.matter()), one.round(), reason)
                        .about(one.id().toString())
                        .copyTo(above(one.unit()))
                        .fact("verdict", judgement.verdict())
                        .fact("score", judgement.score())
                        .fact("officer", one.officer())
                        .fact("confirmedBy", one.confirmedBy())
                        .fact("objectBy", objectBy.orElse(null))
                        .words("finding", one.finding())
                        .words("grounds", grounds == null ? one.grounds() : grounds));
    }

    /** Across the city, when a score of zero counts. */
    @Transactional
    public Notice acrossTheCity(ResponsibilityId id) {
        var one = tables.get(id);
        return notices.issue(NewNotice.of(
                        Kind.ACCOUNTABILITY_NOTICE, one.unit(), matters.known(one.matter()), one.round(), "ZERO_SCORE")
                .about(one.id().toString())
                .copyTo(units.all().stream()
                        .filter(unit -> unit.level() == Level.SUB_CENTRE)
                        .map(Unit::code)
                        .toList())
                .fact("verdict", one.settled().verdict())
                .fact("score", one.settled().score())
                .fact("officer", one.officer())
                .words("finding", one.finding()));
    }

    private List<UnitCode> above(UnitCode unit) {
        return units.lineUp(unit).stream().skip(1).limit(1).map(Unit::code).toList();
    }
}
