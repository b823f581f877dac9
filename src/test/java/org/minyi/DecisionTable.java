package org.minyi;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/** A decision table as delivered, asked without any engine around it. */
public final class DecisionTable {

    private static final DmnEngine DMN =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private final DmnDecision table;

    private DecisionTable(DmnDecision table) {
        this.table = table;
    }

    /** The table of this path, for example {@code calendar/time-limit.dmn}. */
    public static DecisionTable of(String path) {
        try (var file = DecisionTable.class.getResourceAsStream("/processes/" + path)) {
            return new DecisionTable(DMN.parseDecision(path.replaceFirst(".*/(.*)\\.dmn", "$1"), file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The one answer to these inputs, given as name, value, name, value. */
    public Object answer(Object... inputs) {
        VariableMap question = Variables.createVariables();
        for (var i = 0; i < inputs.length; i += 2) {
            question.putValue((String) inputs[i], inputs[i + 1]);
        }
        return DMN.evaluateDecisionTable(table, question)
                .getSingleResult()
                .getEntryMap()
                .values()
                .iterator()
                .next();
    }
}
