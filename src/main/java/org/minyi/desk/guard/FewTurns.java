package org.minyi.desk.guard;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;

/** How often a step is repeated at once, with an end: two thousand million turns would take the machine down. */
record FewTurns(Expression turns) implements Expression {

    /** More than anybody could look after. */
    static final int MOST = 1_000;

    @Override
    public Object getValue(VariableScope matter) {
        var value = turns.getValue(matter);
        var wanted = value instanceof Number || value instanceof String ? number(value) : 0;
        if (wanted > MOST) {
            throw new ProcessEngineException("a step is repeated at most %d times".formatted(MOST));
        }
        return value;
    }

    private static double number(Object value) {
        try {
            return value instanceof Number number ? number.doubleValue() : Double.parseDouble((String) value);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    @Override
    public void setValue(Object value, VariableScope matter) {
        turns.setValue(value, matter);
    }

    @Override
    public String getExpressionText() {
        return turns.getExpressionText();
    }

    @Override
    public boolean isLiteralText() {
        return turns.isLiteralText();
    }
}
