package org.minyi.desk.login;

import java.util.HashSet;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.minyi.organisation.Role;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** The roles' groups and rights, written once; what an administrator changed since then stays as it is. */
@Component
class RightsAtStart implements InitializingBean {

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final ProcessEngineConfigurationImpl engine;

    RightsAtStart(
            IdentityService identity, AuthorizationService authorizations, ProcessEngineConfigurationImpl engine) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.engine = engine;
    }

    /** The groups stand before anybody is enlisted into them. */
    @Override
    public void afterPropertiesSet() {
        engine.getCommandExecutorTxRequired().execute(command -> {
            var known = new HashSet<>(identity.createGroupQuery().groupType("ROLE").unlimitedList().stream()
                    .map(Group::getId)
                    .toList());
            for (var role : Role.values()) {
                if (known.add(role.group())) {
                    found(role);
                }
            }
            return null;
        });
    }

    private void found(Role role) {
        var group = identity.newGroup(role.group());
        group.setName(role.group());
        group.setType("ROLE");
        identity.saveGroup(group);
        Right.all().stream().filter(right -> right.role() == role).forEach(this::grant);
    }

    private void grant(Right right) {
        var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(right.role().group());
        grant.setResource(right.resource());
        grant.setResourceId(right.id());
        grant.setPermissions(right.permissions().toArray(Permission[]::new));
        authorizations.saveAuthorization(grant);
    }
}
