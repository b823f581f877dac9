package org.minyi.citizen;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people said, in their own words. Everything outside this room holds a {@link WordsId}. */
@Service
public class WordsBook {

    private final CitizenTables tables;
    private final Clock clock;

    WordsBook(CitizenTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Keeps a text.
     *
     * @param person the citizen who said it; null when nobody knows, and for what staff wrote
     */
    @Transactional
    public WordsId keep(PersonId person, String text) {
        return keepAll(List.of(new Spoken(person, text))).get(0);
    }

    /** Keeps many at once; answers in the order given. */
    @Transactional
    public List<WordsId> keepAll(List<Spoken> spoken) {
        return spoken.isEmpty() ? List.of() : tables.insertWords(spoken, clock.instant());
    }

    /** Takes words out again that were kept for a moment only, and that nobody else holds. */
    @Transactional
    public void drop(Collection<WordsId> ids) {
        if (!ids.isEmpty()) {
            tables.dropWords(ids);
        }
    }

    /** Whose words they were turned out. What is known already stays. */
    @Transactional
    public void saidBy(Map<WordsId, PersonId> speakers) {
        if (!speakers.isEmpty()) {
            tables.saidBy(speakers);
        }
    }

    /** The texts, oldest first; an unknown id is left out. */
    public Map<WordsId, String> read(Collection<WordsId> ids) {
        return ids.isEmpty() ? Map.of() : tables.words(ids);
    }
}
