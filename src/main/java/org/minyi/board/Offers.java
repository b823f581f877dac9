package org.minyi.board;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.minyi.calendar.Deadline;
import org.minyi.calendar.Deadlines;
import org.minyi.extension.Asking;
import org.minyi.extension.Offer;
import org.minyi.opinion.Opinions;
import org.springframework.stereotype.Component;

/** What runs in a matter, and what the reader may do about it beside the form. */
@Component
class Offers {

    private final Deadlines deadlines;
    private final Asking asking;
    private final Opinions opinions;
    private final Faces faces;

    Offers(Deadlines deadlines, Asking asking, Opinions opinions, Faces faces) {
        this.deadlines = deadlines;
        this.asking = asking;
        this.opinions = opinions;
        this.faces = faces;
    }

    /** Every clock at which somebody works. */
    List<Dossier.Clock> clocks(UUID matter, Wording wording) {
        return deadlines.runningIn(matter).stream()
                .filter(deadline -> deadline.desk() != null)
                .map(deadline -> clock(deadline, wording))
                .toList();
    }

    private Dossier.Clock clock(Deadline deadline, Wording wording) {
        return new Dossier.Clock(
                wording.step(deadline.desk().name()),
                faces.nameOf(deadline.turn().unit()),
                deadline.due());
    }

    /** Null where the step is not the reader's unit's. */
    Dossier.Time time(String reader, String task) {
        return asking.offer(reader, task).map(Offers::time).orElse(null);
    }

    private static Dossier.Time time(Offer offer) {
        var choices = offer.choices().stream()
                .map(choice -> new Dossier.Time.Choice(choice.kind().name(), choice.atMostDays(), choice.rule()))
                .toList();
        return new Dossier.Time(choices, offer.pending() != null, offer.pausedUntil());
    }

    /** Null where the matter is not the reader's to supervise. */
    UUID supervise(String reader, UUID matter) {
        return opinions.mayRaise(reader, matter) ? matter : null;
    }

    boolean isSupervised(UUID matter) {
        return !opinions.supervised(Set.of(matter)).isEmpty();
    }
}
