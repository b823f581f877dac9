package org.minyi.board;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.minyi.opinion.Opinion;
import org.minyi.opinion.Opinions;
import org.springframework.stereotype.Component;

/** Which leader supervises the matter, what they hold, and what the unit answered. */
@Component
class OpinionStory implements Story {

    private final Opinions opinions;

    OpinionStory(Opinions opinions) {
        this.opinions = opinions;
    }

    @Override
    public List<Told> tell(About about, Extent extent) {
        return opinions.about(about.id()).stream().flatMap(OpinionStory::told).toList();
    }

    private static Stream<Told> told(Opinion opinion) {
        var told = new ArrayList<Told>();
        told.add(Told.of(opinion.raisedAt(), Told.Kind.STEP, "opinion.RAISED")
                .by(opinion.raisedBy())
                .words(opinion.words()));
        for (var answer : opinion.answers()) {
            told.add(Told.of(answer.at(), Told.Kind.STEP, "opinion.ANSWERED")
                    .by(answer.by())
                    .in(opinion.unit())
                    .words(answer.words()));
            if (answer.accepted() != null) {
                told.add(Told.of(
                                answer.judgedAt(),
                                Told.Kind.STEP,
                                answer.accepted() ? "opinion.SETTLED" : "opinion.SENT_BACK")
                        .by(answer.judgedBy())
                        .words(answer.judgedWords()));
            }
        }
        return told.stream();
    }
}
