package org.minyi.desk.guard;

import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.query.Query;

/** The engine's saved filters: what they say instead of values is ours ({@link FilterWords}), what is sent along is not. */
final class GuardedFilters extends FilterServiceImpl {

    @Override
    @SuppressWarnings("unchecked")
    public <T> List<T> list(String filterId) {
        return (List<T>) commandExecutor.execute(new Ask<>(filterId, null, limited(Query::list)));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q sentAlong) {
        return (List<T>) commandExecutor.execute(new Ask<>(filterId, sentAlong, limited(Query::list)));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> List<T> listPage(String filterId, int first, int most) {
        return (List<T>)
                commandExecutor.execute(new Ask<>(filterId, null, limited(query -> query.listPage(first, most))));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q sentAlong, int first, int most) {
        return (List<T>)
                commandExecutor.execute(new Ask<>(filterId, sentAlong, limited(query -> query.listPage(first, most))));
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> T singleResult(String filterId) {
        return (T) commandExecutor.execute(new Ask<Object>(filterId, null, withFormKeys(Query::singleResult)));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T, Q extends Query<?, T>> T singleResult(String filterId, Q sentAlong) {
        return (T) commandExecutor.execute(new Ask<Object>(filterId, sentAlong, withFormKeys(Query::singleResult)));
    }

    @Override
    public Long count(String filterId) {
        return commandExecutor.execute(new Ask<>(filterId, null, Query::count));
    }

    @Override
    public Long count(String filterId, Query<?, ?> sentAlong) {
        return commandExecutor.execute(new Ask<>(filterId, sentAlong, Query::count));
    }

    private static <T> Function<Query<?, ?>, T> limited(Function<Query<?, ?>, T> question) {
        return withFormKeys(query -> {
            ((AbstractQuery<?, ?>) query).enableMaxResultsLimit();
            return question.apply(query);
        });
    }

    private static <T> Function<Query<?, ?>, T> withFormKeys(Function<Query<?, ?>, T> question) {
        return query -> {
            ((TaskQueryImpl) query).initializeFormKeys();
            return question.apply(query);
        };
    }

    /** Takes the filter as the engine does, and lets it see values only. */
    private static final class Ask<T> extends AbstractExecuteFilterCmd implements Command<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<Query<?, ?>, T> question;

        Ask(String filterId, Query<?, ?> sentAlong, Function<Query<?, ?>, T> question) {
            super(filterId, sentAlong);
            this.question = question;
        }

        @Override
        public T execute(CommandContext engine) {
            if (extendingQuery instanceof AbstractQuery<?, ?> sentAlong) {
                QueryGuard.refuseExpressionsIn(sentAlong);
            }
            TaskQueryImpl query = getFilter(engine).getQuery();
            var expressions = engine.getProcessEngineConfiguration().getExpressionManager();
            List.copyOf(query.getQueries()).forEach(part -> FilterWords.workOut(part, expressions));
            return question.apply(query);
        }
    }
}
