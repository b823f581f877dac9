package org.minyi.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.minyi.audit.Journal;
import org.minyi.sight.Sights;
import org.springframework.stereotype.Service;

/**
 * The facts of the evidence, for whoever reads them: nobody reads what was done in the matter about themselves, and nobody
 * learns from the evidence who complained about their unit. That there is a fact, and what kind, everybody sees: the chain
 * has no gaps.
 */
@Service
public class OpenFacts {

    /** What is told and leads to the person. */
    private static final Set<String> WHO = Set.of("person", "contact");

    private final Journal journal;
    private final Sights sights;
    private final ObjectMapper json;

    OpenFacts(Journal journal, Sights sights, ObjectMapper json) {
        this.journal = journal;
        this.sights = sights;
        this.json = json;
    }

    /**
     * A fact as it is shown.
     *
     * @param by null where it is withheld; so are matter and told
     * @param told JSON
     */
    public record Shown(
            long position, Instant at, String deed, String by, UUID matter, String told, boolean withheld) {}

    /** The facts before a position, newest first. */
    public List<Shown> before(String reader, long position, int atMost) {
        var facts = journal.before(position, atMost);
        var matters = facts.stream()
                .map(Journal.Entry::matter)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var hidden = sights.hidden(reader, matters);
        var anonymous = sights.anonymous(reader, matters);
        return facts.stream()
                .map(fact -> hidden.contains(fact.matter())
                        ? new Shown(fact.position(), fact.at(), fact.deed(), null, null, null, true)
                        : new Shown(
                                fact.position(),
                                fact.at(),
                                fact.deed(),
                                fact.by(),
                                fact.matter(),
                                anonymous.contains(fact.matter()) ? withoutWho(fact.told()) : fact.told(),
                                false))
                .toList();
    }

    private String withoutWho(String told) {
        try {
            var open = json.readTree(told);
            WHO.forEach(name -> ((ObjectNode) open).remove(name));
            return open.toString();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what is told is always JSON", impossible);
        }
    }
}
