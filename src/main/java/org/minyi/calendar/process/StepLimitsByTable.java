package org.minyi.calendar.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.minyi.calendar.Allowance;
import org.minyi.calendar.Counted;
import org.minyi.calendar.Rule;
import org.minyi.calendar.StepLimits;
import org.minyi.calendar.TimeLimit;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Reads time-limit.dmn. The newest deployed version counts at once; a version never changes, so each of its answers is
 * evaluated (and written to the engine's history) once and then remembered. The services are lazy because the engine
 * itself asks here when it creates a task.
 */
@Component
class StepLimitsByTable implements StepLimits {

    private static final String TABLE = "time-limit";

    private final RepositoryService repository;
    private final DecisionService decisions;
    private final Map<Question, TimeLimit> answers = new ConcurrentHashMap<>();

    StepLimitsByTable(@Lazy RepositoryService repository, @Lazy DecisionService decisions) {
        this.repository = repository;
        this.decisions = decisions;
    }

    @Override
    public TimeLimit limit(String step, String category, String severity) {
        var table = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(TABLE)
                .latestVersion()
                .singleResult();
        var question = new Question(table.getId(), step, category, severity);
        var known = answers.get(question);
        if (known != null) {
            return known;
        }
        var answer = ask(table, question);
        answers.put(question, answer);
        return answer;
    }

    private TimeLimit ask(DecisionDefinition table, Question question) {
        var row = decisions
                .evaluateDecisionTableById(
                        table.getId(),
                        Variables.putValue("step", question.step())
                                .putValue("category", question.category())
                                .putValue("severity", question.severity()))
                .getSingleResult();
        return new TimeLimit(
                new Allowance(row.getEntry("allowed"), counted(row.getEntry("counted"))),
                row.<Integer>getEntry("priority"),
                new Rule(row.getEntry("why"), TABLE, table.getVersion()));
    }

    /** A table of an owner's from before there was the column means every hour, as it did then. */
    private static Counted counted(String word) {
        return word == null ? Counted.CLOCK : Counted.valueOf(word);
    }

    private record Question(String table, String step, String category, String severity) {}
}
