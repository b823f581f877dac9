package org.minyi.board;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.minyi.exchange.Exchanged;
import org.minyi.exchange.Letter;
import org.minyi.exchange.MessageKind;
import org.springframework.stereotype.Component;

/** What an exchange of the city said about the matter, and what it was told. */
@Component
class ExchangeStory implements Story {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Exchanged exchanged;
    private final Clock clock;

    ExchangeStory(Exchanged exchanged, Clock clock) {
        this.exchanged = exchanged;
        this.clock = clock;
    }

    @Override
    public List<Told> tell(About about, Extent extent) {
        return exchanged.about(about.id()).stream()
                .flatMap(letter -> told(about, letter))
                .toList();
    }

    private Stream<Told> told(About about, Letter letter) {
        var told = new ArrayList<Told>();
        told.add(Told.of(
                        letter.at(),
                        Told.Kind.STEP,
                        "exchange." + letter.way(),
                        letter.peer(),
                        new Told.Word("exchange.kind", letter.kind().name()))
                .words(letter.words())
                .saying(sayings(about, letter)));
        if (letter.decidedBy() != null) {
            told.add(Told.of(
                            letter.settledAt(),
                            Told.Kind.STEP,
                            "exchange." + letter.state(),
                            letter.peer(),
                            new Told.Word("exchange.kind", letter.kind().name()))
                    .by(letter.decidedBy())
                    .words(letter.decidedWords()));
        }
        return told.stream();
    }

    private List<Told.Saying> sayings(About about, Letter letter) {
        var sayings = new ArrayList<Told.Saying>();
        if (letter.state() == Letter.State.WAITING || letter.state() == Letter.State.DEAD) {
            sayings.add(new Told.Saying("exchange.state." + letter.state(), List.of()));
        }
        if (letter.kind() == MessageKind.HAND_OVER) {
            exchanged.origin(about.id()).ifPresent(origin -> {
                if (origin.dueAt() != null) {
                    var due = LocalDateTime.ofInstant(origin.dueAt(), clock.getZone());
                    sayings.add(new Told.Saying("exchange.due", List.of(MOMENT.format(due))));
                }
                if (origin.noCallback()) {
                    sayings.add(new Told.Saying("exchange.noCallback", List.of()));
                }
            });
        }
        return sayings;
    }
}
