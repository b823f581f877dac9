package org.minyi.desk.guard;

import java.lang.reflect.Method;
import java.util.Set;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * The engine's expressions, {@code ${…}} and {@code #{…}} alike, with nothing in reach but the matter's own variables, the
 * beans a drawing may name, and of every value the parts in {@link Parts}.
 */
final class GuardedExpressions extends JuelExpressionManager {

    /** What a drawing or a filter may call without a value before it. Everything else an engine plugin offers is left out. */
    static final Set<String> FUNCTIONS = Set.of("currentUser", "currentUserGroups", "now", "dateTime");

    private final KnownBeans known;

    GuardedExpressions(KnownBeans known) {
        this.known = known;
    }

    @Override
    public void addFunction(String name, Method function) {
        if (FUNCTIONS.contains(name)) {
            super.addFunction(name, function);
        }
    }

    @Override
    protected ELResolver createElResolver() {
        var resolvers = new NothingIsWritten();
        resolvers.add(new VariableScopeElResolver());
        resolvers.add(new VariableContextElResolver());
        resolvers.add(new BeanNames(known));
        resolvers.add(new AllowedParts());
        return resolvers;
    }

    private static final class NothingIsWritten extends CompositeELResolver {

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            throw new ELException("an expression only reads: '%s' is not written".formatted(property));
        }
    }
}
