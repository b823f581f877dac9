package org.minyi.audit;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps facts, in the transaction that made them: both are there or neither. What is kept cannot be changed or taken
 * away; the database chains it at commit.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Evidence {

    private final FactTables tables;

    Evidence(FactTables tables) {
        this.tables = tables;
    }

    /** Refuses without a running transaction. */
    public void keep(Fact fact) {
        keepAll(List.of(fact));
    }

    /** Any number in one statement. Refuses without a running transaction. */
    public void keepAll(Collection<Fact> facts) {
        if (!facts.isEmpty()) {
            tables.insert(facts);
        }
    }
}
