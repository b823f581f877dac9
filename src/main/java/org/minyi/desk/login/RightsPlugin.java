package org.minyi.desk.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.springframework.stereotype.Component;

/**
 * Rights are checked against every group of a person. The engine first reads which groups hold any right at all, from a
 * table with rows for every open task, and several times for each click; a group without rights changes no answer.
 */
@Component
class RightsPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var sessions = new ArrayList<SessionFactory>();
        Optional.ofNullable(configuration.getCustomSessionFactories()).ifPresent(sessions::addAll);
        sessions.add(new Checks());
        configuration.setCustomSessionFactories(sessions);
    }

    private static final class Checks implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new AllGroupsChecked();
        }
    }

    private static final class AllGroupsChecked extends AuthorizationManager {

        @Override
        public List<String> filterAuthenticatedGroupIds(List<String> groups) {
            return Objects.requireNonNullElse(groups, List.of());
        }
    }
}
