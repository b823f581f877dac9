package org.minyi.desk.login;

import java.util.HashSet;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.minyi.desk.password.NoPassword;
import org.minyi.organisation.Role;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** The roles' groups and rights, written once; what an administrator changed since then stays as it is. */
@Component
class RightsAtStart implements InitializingBean {

    private static final String NOBODY = "nobody";

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
            keepSetUpShut();
            return null;
        });
    }

    /**
     * As long as the engine's own administrators have no direct member, every web app leads to the page that makes one.
     * So they have one, who can do nothing and cannot log in; Minyi's administrators are a role like others.
     */
    private void keepSetUpShut() {
        if (identity.createUserQuery().userId(NOBODY).count() > 0) {
            return;
        }
        if (identity.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() == 0) {
            var group = identity.newGroup(Groups.CAMUNDA_ADMIN);
            group.setName("keeps the set-up page shut");
            group.setType("SYSTEM");
            identity.saveGroup(group);
        }
        var nobody = identity.newUser(NOBODY);
        nobody.setFirstName("Nobody");
        nobody.setLastName("(keeps the set-up page shut)");
        NoPassword.to(nobody);
        identity.saveUser(nobody);
        identity.createMembership(NOBODY, Groups.CAMUNDA_ADMIN);
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
