package org.minyi.citizen;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Legal holds: whoever is held stays known however long ago their last matter was. Who may set one the caller checks. */
@Service
public class Holds {

    private final ForgettingTables tables;
    private final WordsBook words;
    private final Evidence evidence;
    private final Clock clock;

    Holds(ForgettingTables tables, WordsBook words, Evidence evidence, Clock clock) {
        this.tables = tables;
        this.words = words;
        this.evidence = evidence;
        this.clock = clock;
    }

    /**
     * Holds a person; answers the hold's id.
     *
     * @param matter for the sake of which; null when it is no single one
     */
    @Transactional
    public UUID set(PersonId person, UUID matter, String reason, String userId) {
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("a hold needs a reason");
        }
        var hold = new Hold(
                UuidCreator.getTimeOrderedEpoch(),
                person,
                matter,
                words.keep(null, reason.strip()),
                clock.instant(),
                userId);
        tables.insert(hold);
        evidence.keep(Fact.of(Deed.HOLD_SET, userId)
                .about(matter)
                .with("hold", hold.id())
                .with("person", person));
        return hold.id();
    }

    /** Lifts a hold. False when there is none of this id, or it was lifted already. */
    @Transactional
    public boolean lift(UUID hold, String userId) {
        if (!tables.lift(hold, userId, clock.instant())) {
            return false;
        }
        evidence.keep(Fact.of(Deed.HOLD_LIFTED, userId).with("hold", hold));
        return true;
    }

    /** The holds that stand, oldest first. */
    public List<Hold> standing() {
        return tables.holds();
    }
}
