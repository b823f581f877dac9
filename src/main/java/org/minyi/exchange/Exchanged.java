package org.minyi.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minyi.workorder.LeftInPeace;
import org.springframework.stereotype.Service;

/** What went back and forth about a matter. */
@Service
public class Exchanged implements LeftInPeace {

    private final LinkTables links;
    private final DeadLetterTables letters;

    Exchanged(LinkTables links, DeadLetterTables letters) {
        this.links = links;
        this.letters = letters;
    }

    /**
     * Where a matter came from.
     *
     * @param peer the name of the exchange
     * @param dueAt when it wants its answer; null where it has not said so
     * @param noCallback the person does not want to be called about it
     */
    public record Origin(String peer, String reference, Instant dueAt, boolean noCallback) {}

    public Optional<Origin> origin(UUID matter) {
        return links.of(matter).map(link -> new Origin(link.peer(), link.reference(), link.dueAt(), link.noCallback()));
    }

    /** Whoever told the exchange that they do not want to be called back. */
    @Override
    public boolean isLeftInPeace(UUID complaint) {
        return links.of(complaint).filter(MatterLink::noCallback).isPresent();
    }

    /** Both directions on one line, oldest first. */
    public List<Letter> about(UUID matter) {
        return letters.about(matter);
    }
}
