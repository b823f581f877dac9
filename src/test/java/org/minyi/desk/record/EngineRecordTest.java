package org.minyi.desk.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.audit.Fact;
import org.minyi.audit.Journal;
import org.minyi.audit.Verification;
import org.minyi.desk.Logins;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.Role;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** What people do to the engine stands in the evidence, whichever way they came. */
@MinyiTest
class EngineRecordTest {

    private static final String PROCESS = "recorded";

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    Journal journal;

    @Autowired
    Verification verification;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @Autowired
    TestRestTemplate http;

    @AfterEach
    void nobodyIsLoggedIn() {
        identity.clearAuthentication();
    }

    @Test
    void what_is_delivered_was_deployed_by_minyi_with_its_hash() {
        assertThat(facts("MODEL_DEPLOYED"))
                .anySatisfy(fact -> assertThat(fact.told()).contains("processes/workorder/work-order.bpmn", "sha256"));
        assertThat(facts("RULE_CHANGED"))
                .anySatisfy(fact -> assertThat(fact.told()).contains("time-limit.dmn"))
                .extracting(Journal.Entry::by)
                .contains(Fact.MINYI);
    }

    @Test
    void a_deployment_tells_who_and_which_bytes() {
        loggedIn("owner.a", Role.PROCESS_OWNER);
        var before = journal.end();
        deployed();

        assertThat(since(before))
                .filteredOn(fact -> fact.deed().equals("MODEL_DEPLOYED"))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.by()).isEqualTo("owner.a");
                    assertThat(fact.told()).contains("recorded.bpmn").containsPattern("\"sha256\":\"[0-9a-f]{64}\"");
                });
    }

    @Test
    void a_table_that_its_owner_changes_is_a_changed_rule_by_them() throws IOException {
        var table = Files.readString(Path.of("src/main/resources/processes/callback/callback-plan.dmn"))
                .replace("\"PT4H\"", "\"PT5H\"");
        loggedIn("owner.a", Role.PROCESS_OWNER);
        var before = journal.end();

        repository.createDeployment().addString("callback-plan.dmn", table).deploy();

        assertThat(since(before)).singleElement().satisfies(fact -> {
            assertThat(fact.deed()).isEqualTo("RULE_CHANGED");
            assertThat(fact.by()).isEqualTo("owner.a");
            assertThat(fact.told())
                    .contains("\"callback-plan.dmn\"", Fact.sha256(table.getBytes(StandardCharsets.UTF_8)));
        });
    }

    @Test
    void a_changed_password_tells_whose_and_by_whom_and_a_changed_name_is_none() {
        SmallCity.standsIn(organisation, units);
        logins.give(List.of("admin1"), "minyi");
        var before = journal.end();

        assertThat(http.withBasicAuth("admin1", "minyi")
                        .exchange(
                                "/engine-rest/user/caller1/credentials",
                                HttpMethod.PUT,
                                new HttpEntity<>(Map.of(
                                        "password", "four rivers meet here", "authenticatedUserPassword", "minyi")),
                                String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
        loggedIn("admin1", Role.ADMINISTRATOR);
        var user = identity.createUserQuery().userId("triage1").singleResult();
        user.setLastName("Married");
        identity.saveUser(user);

        assertThat(since(before))
                .filteredOn(fact -> fact.deed().equals("PASSWORD_CHANGED"))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.by()).isEqualTo("admin1");
                    assertThat(fact.told()).isEqualTo("{\"account\":\"caller1\"}");
                });
    }

    @Test
    void a_task_tells_who_took_and_who_did_it_in_its_matter() {
        deployed();
        var matter = UUID.randomUUID();
        runtime.startProcessInstanceByKey(PROCESS, Map.of("matterId", matter.toString()));
        var task = tasks.createTaskQuery()
                .processVariableValueEquals("matterId", matter.toString())
                .singleResult();
        loggedIn("caller.a", Role.CALLER);
        var before = journal.end();

        tasks.claim(task.getId(), "caller.a");
        tasks.complete(task.getId());

        assertThat(since(before))
                .filteredOn(fact -> matter.equals(fact.matter()))
                .extracting(Journal.Entry::deed, Journal.Entry::by)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("TASK_CLAIMED", "caller.a"),
                        org.assertj.core.groups.Tuple.tuple("TASK_COMPLETED", "caller.a"));
        assertThat(verification.ofMatter(matter).holds()).isTrue();
        assertThat(verification.ofMatter(matter).facts())
                .as("the deadline of the task is a fact too")
                .isEqualTo(3);
    }

    @Test
    void groups_rights_and_users_changed_by_an_administrator_are_told_without_names() {
        loggedIn("admin.a", Role.ADMINISTRATOR);
        var before = journal.end();
        var user = identity.newUser("new.one");
        user.setFirstName("王建国");
        user.setPassword("a-Long.Password-1");
        identity.saveUser(user);
        identity.createMembership("new.one", "auditor");
        var right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setUserId("new.one");
        right.setResourceType(0);
        right.setResourceId("cockpit");
        authorizations.saveAuthorization(right);

        assertThat(since(before))
                .allSatisfy(fact -> assertThat(fact.by()).isEqualTo("admin.a"))
                .extracting(Journal.Entry::deed)
                .contains("USER_CHANGED", "ROLE_CHANGED", "RIGHT_CHANGED");
        assertThat(since(before)).extracting(Journal.Entry::told).noneMatch(told -> told.contains("王建国"));
    }

    private void deployed() {
        repository
                .createDeployment()
                .addModelInstance(
                        "recorded.bpmn",
                        Bpmn.createExecutableProcess(PROCESS)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("userTask_look")
                                .camundaCandidateGroups("caller")
                                .endEvent()
                                .done())
                .deploy();
    }

    private void loggedIn(String user, Role role) {
        identity.setAuthentication(user, List.of(role.group()));
    }

    private List<Journal.Entry> since(long position) {
        return journal.before(Long.MAX_VALUE, 200).stream()
                .filter(fact -> fact.position() > position)
                .toList();
    }

    private List<Journal.Entry> facts(String deed) {
        return Stream.iterate(
                        journal.before(Long.MAX_VALUE, 200),
                        page -> !page.isEmpty(),
                        page -> journal.before(page.get(page.size() - 1).position(), 200))
                .flatMap(List::stream)
                .filter(fact -> fact.deed().equals(deed))
                .toList();
    }
}
