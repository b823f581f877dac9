package org.minyi.desk.login;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.minyi.organisation.Role;

/**
 * What each role may do in the engine, beyond the tasks it is offered: those come with the task's own grant to its
 * group. Whatever is not written here is refused.
 *
 * @param id the one thing the right is about, or {@code *}
 */
record Right(Role role, Resource resource, String id, List<Permission> permissions) {

    private static final String EVERY = "*";

    /** The roles that are offered tasks. */
    private static final Set<Role> AT_WORK = EnumSet.of(
            Role.CALLER,
            Role.TRIAGE,
            Role.REVIEWER,
            Role.DIRECTOR,
            Role.LIAISON,
            Role.LEADER,
            Role.OFFICER,
            Role.INSPECTOR,
            Role.CUSTODIAN);

    static List<Right> all() {
        return Stream.of(atWork(), hotline(), waves(), processOwner(), auditor(), administrator())
                .flatMap(rights -> rights)
                .toList();
    }

    /** Tasklist, the drawing behind a task, and the names of colleagues who hold one. */
    private static Stream<Right> atWork() {
        return AT_WORK.stream()
                .flatMap(role -> Stream.of(
                        right(role, Resources.APPLICATION, "tasklist", ACCESS),
                        right(role, Resources.PROCESS_DEFINITION, EVERY, READ),
                        right(role, Resources.USER, EVERY, READ)));
    }

    /** Taking a complaint by hand. */
    private static Stream<Right> hotline() {
        return Stream.of(Role.CALLER, Role.TRIAGE)
                .flatMap(role -> Stream.of(
                        right(role, Resources.PROCESS_DEFINITION, "complaint", READ, CREATE_INSTANCE),
                        right(role, Resources.PROCESS_INSTANCE, EVERY, CREATE)));
    }

    /** Starting a wave from Tasklist; neither callers nor triage decide that a city is asked. */
    private static Stream<Right> waves() {
        return Stream.concat(
                Stream.of(Role.REVIEWER, Role.DIRECTOR)
                        .map(role -> right(role, Resources.PROCESS_DEFINITION, "survey-wave", READ, CREATE_INSTANCE)),
                Stream.of(Role.REVIEWER, Role.DIRECTOR)
                        .map(role -> right(role, Resources.PROCESS_INSTANCE, EVERY, CREATE)));
    }

    /** Deploys models, tables and forms, and sends on what failed in them; reads no matter. */
    private static Stream<Right> processOwner() {
        var role = Role.PROCESS_OWNER;
        return Stream.of(
                right(role, Resources.APPLICATION, "cockpit", ACCESS),
                right(role, Resources.DEPLOYMENT, EVERY, READ, CREATE),
                right(role, Resources.PROCESS_DEFINITION, EVERY, READ, UPDATE, ProcessDefinitionPermissions.RETRY_JOB),
                right(role, Resources.DECISION_DEFINITION, EVERY, READ, UPDATE),
                right(role, Resources.DECISION_REQUIREMENTS_DEFINITION, EVERY, READ));
    }

    /** Reads everything, changes nothing. */
    private static Stream<Right> auditor() {
        var role = Role.AUDITOR;
        return Stream.of(
                right(role, Resources.APPLICATION, "cockpit", ACCESS),
                right(role, Resources.DEPLOYMENT, EVERY, READ),
                right(role, Resources.PROCESS_DEFINITION, EVERY, READ, READ_INSTANCE, READ_TASK, READ_HISTORY),
                right(role, Resources.DECISION_DEFINITION, EVERY, READ, READ_HISTORY),
                right(role, Resources.DECISION_REQUIREMENTS_DEFINITION, EVERY, READ),
                right(role, Resources.BATCH, EVERY, BatchPermissions.READ, BatchPermissions.READ_HISTORY),
                right(role, Resources.OPERATION_LOG_CATEGORY, EVERY, UserOperationLogCategoryPermissions.READ),
                right(role, Resources.USER, EVERY, READ),
                right(role, Resources.GROUP, EVERY, READ),
                right(role, Resources.AUTHORIZATION, EVERY, READ));
    }

    /** Administers people, rights and filters; reads no matter. */
    private static Stream<Right> administrator() {
        var role = Role.ADMINISTRATOR;
        return Stream.of(
                right(role, Resources.APPLICATION, "admin", ACCESS),
                right(role, Resources.USER, EVERY, ALL),
                right(role, Resources.GROUP, EVERY, ALL),
                right(role, Resources.GROUP_MEMBERSHIP, EVERY, ALL),
                right(role, Resources.AUTHORIZATION, EVERY, ALL),
                right(role, Resources.FILTER, EVERY, ALL),
                right(role, Resources.SYSTEM, EVERY, SystemPermissions.ALL));
    }

    private static Right right(Role role, Resource resource, String id, Permission... permissions) {
        return new Right(role, resource, id, List.of(permissions));
    }
}
