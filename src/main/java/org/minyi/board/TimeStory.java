package org.minyi.board;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.minyi.extension.Granting;
import org.minyi.extension.Kind;
import org.minyi.extension.TimeRequest;
import org.springframework.stereotype.Component;

/** Who asked for more time, why, and what was decided. */
@Component
class TimeStory implements Story {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Granting granting;
    private final Clock clock;

    TimeStory(Granting granting, Clock clock) {
        this.granting = granting;
        this.clock = clock;
    }

    @Override
    public List<Told> tell(About about, Extent extent) {
        return granting.about(about.id()).stream().flatMap(this::told).toList();
    }

    private Stream<Told> told(TimeRequest request) {
        var told = new ArrayList<Told>();
        told.add(asked(request).by(request.askedBy()).in(request.unit()).words(request.words()));
        if (request.state() != TimeRequest.State.ASKED) {
            told.add(Told.of(request.decidedAt(), Told.Kind.STEP, "time." + request.state())
                    .by(request.decidedBy())
                    .words(request.decisionWords()));
        }
        return told.stream();
    }

    private Told asked(TimeRequest request) {
        return request.kind() == Kind.EXTENSION
                ? Told.of(request.askedAt(), Told.Kind.STEP, "time.ASKED.EXTENSION", request.days())
                : Told.of(
                        request.askedAt(),
                        Told.Kind.STEP,
                        "time.ASKED.PAUSE",
                        MOMENT.format(LocalDateTime.ofInstant(request.until(), clock.getZone())),
                        new Told.Word("pause", request.reason().name()));
    }
}
