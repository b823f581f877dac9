package org.minyi.board;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.minyi.sight.Onlooker;
import org.minyi.sight.Sights;
import org.springframework.stereotype.Component;

/**
 * Reads a matter's story as the reader: first the predicate says whether, then the database shows what this person may
 * see and nothing else. Names and words are put in afterwards, when it is known that the matter may be seen.
 */
@Component
class Reading {

    private final Sights sights;
    private final Onlooker onlooker;
    private final Heads heads;
    private final Timeline timeline;

    Reading(Sights sights, Onlooker onlooker, Heads heads, Timeline timeline) {
        this.sights = sights;
        this.onlooker = onlooker;
        this.heads = heads;
        this.timeline = timeline;
    }

    /** What the reader sees of a story: what happened, and the person's other matters. */
    record Seen<T>(T more, List<Told> told, List<Dossier.Earlier> earlier) {}

    /** Whether the reader may learn whom the matter is from. */
    boolean knowsWho(String reader, About about) {
        return sights.knowsWho(reader, about.id());
    }

    /** Whether the matter, where there is one, is this reader's to see. */
    boolean sees(String reader, About about) {
        return about.complaint() == null || sights.sees(reader, about.id());
    }

    /**
     * The story, or nothing where the matter is not this reader's to see.
     *
     * @param whole the person's whole story, but for the matters from whom the reader must not learn it; else this matter
     *     alone
     * @param more what else is to be read with the reader's eyes
     */
    <T> Optional<Seen<T>> of(String reader, About about, boolean whole, Wording wording, Supplier<T> more) {
        if (!sees(reader, about)) {
            return Optional.empty();
        }
        var extent = whole ? new Extent(true, sights.keptApart(reader, about.person())) : Extent.MATTER_ALONE;
        return onlooker.as(reader, () -> seen(about, extent, wording, more));
    }

    private <T> Optional<Seen<T>> seen(About about, Extent extent, Wording wording, Supplier<T> more) {
        if (about.complaint() != null && !heads.isVisible(about.complaint())) {
            return Optional.empty();
        }
        return Optional.of(new Seen<>(
                more.get(),
                timeline.told(about, extent),
                extent.whole() ? heads.earlier(about, extent, wording) : List.of()));
    }
}
