package org.minyi.desk.task;

import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Lays every role's filters out on its desk, once; what an administrator changed in one stays as it is. */
@Component
class FiltersAtStart implements InitializingBean {

    /** Tells our filters from people's own, whatever they are called by now. */
    static final String KEY = "minyi";

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final ProcessEngineConfigurationImpl engine;

    FiltersAtStart(
            FilterService filters,
            TaskService tasks,
            AuthorizationService authorizations,
            ProcessEngineConfigurationImpl engine) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.engine = engine;
    }

    @Override
    public void afterPropertiesSet() {
        lay();
    }

    void lay() {
        engine.getCommandExecutorTxRequired().execute(command -> {
            var known = filters.createFilterQuery().filterResourceType(EntityTypes.TASK).unlimitedList().stream()
                    .map(filter -> Objects.toString(filter.getProperties().get(KEY), ""))
                    .collect(Collectors.toSet());
            DeskFilter.all().filter(filter -> !known.contains(filter.key())).forEach(this::lay);
            return null;
        });
    }

    private void lay(DeskFilter wanted) {
        var filter = filters.newTaskFilter(wanted.name())
                .setQuery(wanted.question(tasks.createTaskQuery()))
                .setProperties(wanted.properties(KEY));
        filters.saveFilter(filter);
        var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(wanted.role().group());
        grant.setResource(Resources.FILTER);
        grant.setResourceId(filter.getId());
        grant.addPermission(Permissions.READ);
        authorizations.saveAuthorization(grant);
    }
}
