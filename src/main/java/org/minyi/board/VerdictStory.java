package org.minyi.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.minyi.responsibility.Accountability;
import org.minyi.responsibility.Judgement;
import org.minyi.responsibility.Objection;
import org.minyi.responsibility.Responsibilities;
import org.minyi.responsibility.Responsibility;
import org.springframework.stereotype.Component;

/** Who was held responsible, what they said to it, and what became of it. */
@Component
class VerdictStory implements Story {

    private final Responsibilities responsibilities;
    private final Faces faces;

    VerdictStory(Responsibilities responsibilities, Faces faces) {
        this.responsibilities = responsibilities;
        this.faces = faces;
    }

    @Override
    public List<Told> tell(About about, Extent extent) {
        return responsibilities.about(about.id()).stream().flatMap(this::told).toList();
    }

    private Stream<Told> told(Responsibility one) {
        var told = new ArrayList<Told>();
        told.add(step(one, "verdict.CONFIRMED", one.confirmed(), one.confirmedAt())
                .by(one.confirmedBy())
                .saying(List.of(new Told.Saying("verdict.standing." + one.state(), List.of()))));
        responsibilities.objection(one.id()).ifPresent(objection -> told.addAll(told(one, objection)));
        if (one.effectiveAt() != null) {
            told.add(step(one, "verdict.EFFECTIVE", one.settled(), one.effectiveAt()));
        }
        responsibilities.accountability(one.id()).ifPresent(held -> told.addAll(told(one, held)));
        return told.stream();
    }

    private List<Told> told(Responsibility one, Objection objection) {
        var told = new ArrayList<Told>();
        told.add(step(one, "verdict.OBJECTED", one.confirmed(), objection.raisedAt())
                .by(objection.raisedBy())
                .words(objection.words()));
        if (objection.outcome() != null) {
            var became = objection.instead() == null ? one.confirmed() : objection.instead();
            told.add(step(one, "verdict." + objection.outcome(), became, objection.judgedAt())
                    .by(objection.judgedBy())
                    .words(objection.judgedWords()));
        }
        return told;
    }

    private List<Told> told(Responsibility one, Accountability held) {
        var told = new ArrayList<Told>();
        told.add(step(one, "verdict.CITY_TOLD", one.settled(), held.openedAt()));
        if (held.measure() != null) {
            told.add(step(one, "verdict.HELD." + held.measure(), one.settled(), held.at())
                    .by(held.by())
                    .words(held.words()));
        }
        return told;
    }

    /** Whoever it is about, by name, and what was judged. */
    private Told step(Responsibility one, String key, Judgement judgement, Instant at) {
        var who = one.named().map(faces::nameOf).orElseGet(() -> faces.nameOf(one.unit()));
        return Told.of(
                        at,
                        Told.Kind.STEP,
                        key,
                        who == null ? one.unit().value() : who,
                        new Told.Word("verdict.is", judgement.verdict().name()),
                        String.valueOf(judgement.score()))
                .in(one.unit())
                .round(one.round());
    }
}
