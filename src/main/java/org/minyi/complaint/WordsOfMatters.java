package org.minyi.complaint;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.minyi.citizen.Involvement;
import org.minyi.citizen.MatterWords;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsId;
import org.springframework.stereotype.Component;

/**
 * What was said about a person's matters in rooms that do not know whose matter it is: this room does, and has it
 * forgotten with the person.
 */
@Component
class WordsOfMatters implements Involvement {

    private final ComplaintTables tables;
    private final List<MatterWords> rooms;

    WordsOfMatters(ComplaintTables tables, List<MatterWords> rooms) {
        this.tables = tables;
        this.rooms = rooms;
    }

    /** Whom somebody still needs is told by the complaints themselves. */
    @Override
    public Set<PersonId> stillNeeded(Collection<PersonId> persons, Instant since) {
        return Set.of();
    }

    @Override
    public Collection<WordsId> wordsAbout(Collection<PersonId> persons) {
        var matters = tables.idsOf(persons);
        return matters.isEmpty()
                ? List.of()
                : rooms.stream()
                        .flatMap(room -> room.wordsAbout(matters).stream())
                        .toList();
    }
}
