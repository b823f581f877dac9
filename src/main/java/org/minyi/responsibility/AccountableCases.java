package org.minyi.responsibility;

import java.time.Clock;
import org.minyi.citizen.WordsId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows of a score of zero: the city is told, and the inspector deals with it. */
@Service
public class AccountableCases {

    private final ResponsibilityTables tables;
    private final VerdictLetters letters;
    private final Clock clock;

    AccountableCases(ResponsibilityTables tables, VerdictLetters letters, Clock clock) {
        this.tables = tables;
        this.letters = letters;
        this.clock = clock;
    }

    /** Opens the case and tells the city; once. */
    @Transactional
    public void open(ResponsibilityId id) {
        tables.open(tables.get(id), clock.instant());
        letters.acrossTheCity(id);
    }

    /**
     * Keeps what the inspector did.
     *
     * @throws ReasonsMissing where nobody would know why
     */
    @Transactional
    public void hold(ResponsibilityId id, Accountability.Measure measure, String by, WordsId words) {
        if (words == null) {
            throw new ReasonsMissing("how somebody is held accountable");
        }
        tables.hold(tables.get(id), measure, by, clock.instant(), words);
    }
}
