package org.minyi.desk;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * A variable of a drawing: its name and type, written once in the process's own class (STYLE example 2). Only texts,
 * numbers and truths exist, because variables carry ids and routing facts and nothing else.
 */
public abstract sealed class Variable<T> {

    private final String name;
    private final Class<T> type;

    private Variable(String name, Class<T> type) {
        this.name = name;
        this.type = type;
    }

    public static Variable<String> text(String name) {
        return new Text(name);
    }

    public static Variable<Integer> number(String name) {
        return new Figure(name);
    }

    public static Variable<Boolean> truth(String name) {
        return new Truth(name);
    }

    public String name() {
        return name;
    }

    /** The variable in a running matter or in one of its tasks. */
    public In<T> on(VariableScope scope) {
        return new In<>() {
            @Override
            public Optional<T> optional() {
                return Optional.ofNullable(scope.getVariable(name)).map(type::cast);
            }

            @Override
            public T get() {
                return optional()
                        .orElseThrow(() -> new IllegalStateException("variable %s is not set".formatted(name)));
            }

            @Override
            public void set(T value) {
                scope.setVariable(name, typed(value));
            }
        };
    }

    /** Puts the variable among those a matter starts with. */
    public VariableMap with(T value, VariableMap others) {
        return others.putValueTyped(name, typed(value));
    }

    abstract TypedValue typed(T value);

    /** One variable in one place. */
    public interface In<T> {

        /** The value; a matter without it is broken. */
        T get();

        Optional<T> optional();

        /** A null is kept as a typed nothing, so that expressions of the drawing find the name. */
        void set(T value);
    }

    private static final class Text extends Variable<String> {

        Text(String name) {
            super(name, String.class);
        }

        @Override
        TypedValue typed(String value) {
            return Variables.stringValue(value);
        }
    }

    private static final class Figure extends Variable<Integer> {

        Figure(String name) {
            super(name, Integer.class);
        }

        @Override
        TypedValue typed(Integer value) {
            return Variables.integerValue(value);
        }
    }

    private static final class Truth extends Variable<Boolean> {

        Truth(String name) {
            super(name, Boolean.class);
        }

        @Override
        TypedValue typed(Boolean value) {
            return Variables.booleanValue(value);
        }
    }
}
