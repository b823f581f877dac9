package org.minyi.desk.guard;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Nobody brings an expression along in a question, not in one of its {@code orQueries} either: the engine itself looks at
 * the question alone and runs what its alternatives bring (CVE-2026-109432).
 */
final class QueryGuard extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            refuseExpressionsIn(query);
        }
        return next.execute(command);
    }

    /** The question and each of its alternatives. */
    static void refuseExpressionsIn(AbstractQuery<?, ?> query) {
        if (!parts(query).stream().allMatch(part -> part.getExpressions().isEmpty())) {
            throw new BadUserRequestException("a question brings values, no expressions");
        }
    }

    private static List<? extends AbstractQuery<?, ?>> parts(AbstractQuery<?, ?> query) {
        return query instanceof TaskQueryImpl tasks ? tasks.getQueries() : List.of(query);
    }
}
