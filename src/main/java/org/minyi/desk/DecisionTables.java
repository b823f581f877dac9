package org.minyi.desk;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/**
 * Decision tables, asked outside any drawing. The newest deployed version counts at once; a version never changes, so each
 * of its answers is evaluated (and written to the engine's history) once and then remembered: only for tables with few
 * different questions.
 */
@Service
public class DecisionTables {

    private final RepositoryService repository;
    private final DecisionService decisions;
    private final Map<Question, Map<String, Object>> answers = new ConcurrentHashMap<>();

    DecisionTables(@Lazy RepositoryService repository, @Lazy DecisionService decisions) {
        this.repository = repository;
        this.decisions = decisions;
    }

    /**
     * The row that matches.
     *
     * @param table its key: {@code extension-plan}
     * @param question the inputs by name; what is not known is absent, never null
     * @throws IllegalStateException where no row matches: every table ends with one that does
     */
    public Map<String, Object> answer(String table, Map<String, Object> question) {
        var newest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table)
                .latestVersion()
                .singleResult();
        var asked = new Question(newest.getId(), Map.copyOf(question));
        var known = answers.get(asked);
        if (known != null) {
            return known;
        }
        var row = decisions.evaluateDecisionTableById(newest.getId(), question).getSingleResult();
        if (row == null) {
            throw new IllegalStateException("the table %s has no row for %s".formatted(table, question));
        }
        answers.put(asked, Map.copyOf(row.getEntryMap()));
        return answers.get(asked);
    }

    private record Question(String table, Map<String, Object> asked) {}
}
