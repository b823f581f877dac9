package org.minyi.desk.guard;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;

import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.impl.persistence.entity.FilterManager;

/**
 * Keeps a filter whose words are {@link FilterWords}. The engine knows only all expressions or none, and none is how it is
 * set; the checks of rights are the engine's own.
 */
final class KeptFilters extends FilterManager {

    @Override
    public Filter insertOrUpdateFilter(Filter filter) {
        if (filter.getQuery() instanceof TaskQueryImpl tasks) {
            tasks.getQueries().forEach(FilterWords::refuseForeign);
        }
        if (filter.getId() == null) {
            checkAuthorization(CREATE, FILTER, ANY);
            getDbEntityManager().insert((FilterEntity) filter);
            createDefaultAuthorizations(filter);
        } else {
            checkAuthorization(UPDATE, FILTER, filter.getId());
            getDbEntityManager().merge((FilterEntity) filter);
        }
        return filter;
    }

    static final class Opening implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return FilterManager.class;
        }

        @Override
        public Session openSession() {
            return new KeptFilters();
        }
    }
}
