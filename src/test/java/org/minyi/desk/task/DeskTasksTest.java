package org.minyi.desk.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minyi.organisation.SmallCity.CENTRE;
import static org.minyi.organisation.SmallCity.NORTH;
import static org.minyi.organisation.SmallCity.NORTH_POST;
import static org.minyi.organisation.SmallCity.SOUTH;
import static org.minyi.organisation.SmallCity.SOUTH_POST;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.calendar.Allowance;
import org.minyi.calendar.Counted;
import org.minyi.calendar.Deadlines;
import org.minyi.calendar.Turn;
import org.minyi.desk.Logins;
import org.minyi.organisation.Member;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.Role;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** What the desk does for every task: a deadline, nobody in their own matter, and who did it. */
@MinyiTest
class DeskTasksTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @Autowired
    TestRestTemplate browser;

    private final UUID matter = UUID.randomUUID();

    @BeforeEach
    void a_small_city() {
        SmallCity.standsIn(organisation, units);
    }

    @AfterEach
    void nobody_is_logged_in() {
        identity.clearAuthentication();
    }

    @Test
    void a_task_gets_its_deadline_and_priority_from_the_table() {
        var task = task("userTask_anything", "triage", Map.of("severity", "GRAVE"));

        var deadline = deadlines
                .of(Turn.of(matter, "desk-anything.anything", 1, CENTRE))
                .orElseThrow();
        assertThat(task.getDueDate().toInstant()).isEqualTo(deadline.due().truncatedTo(ChronoUnit.MILLIS));
        assertThat(task.getPriority()).isEqualTo(90);
        assertThat(deadline.due()).isAfter(Instant.EPOCH);
    }

    @Test
    void a_task_that_comes_back_in_the_same_round_keeps_its_deadline_and_the_next_round_gets_another() {
        var first = task("userTask_anything", "triage", Map.of());
        var again = task("userTask_anything", "triage", Map.of());
        var nextRound = task("userTask_anything", "triage", Map.of("round", 2));

        assertThat(again.getDueDate()).isEqualTo(first.getDueDate());
        assertThat(turns()).containsExactly("1 desk-anything.anything", "2 desk-anything.anything");
        assertThat(nextRound.getDueDate()).isNotNull();
    }

    @Test
    void a_later_attempt_starts_its_own_time() {
        var first = task("userTask_anything", "triage", Map.of("attempt", 0));
        var second = task("userTask_anything", "triage", Map.of("attempt", 1));

        assertThat(turns()).containsExactly("1 desk-anything.anything", "1 desk-anything.anything.2");
        assertThat(List.of(first, second)).extracting(Task::getDueDate).doesNotContainNull();
    }

    private List<String> turns() {
        return deadlines.runningIn(matter).stream()
                .map(deadline -> deadline.turn().round() + " " + deadline.turn().name())
                .sorted()
                .toList();
    }

    @Test
    void the_clock_of_a_task_stops_when_it_is_done_and_when_it_is_taken_away() {
        var done = task("userTask_anything", "triage", Map.of());
        var ended = task("userTask_anything", "triage", Map.of("round", 2));

        tasks.complete(done.getId());
        runtime.deleteProcessInstance(ended.getProcessInstanceId(), "ended");

        assertThat(turns()).containsExactly("1 desk-anything.after");
    }

    @Test
    void a_unit_has_its_own_clock_and_a_deadline_that_moves_moves_the_task() {
        var task = task("userTask_anything", "officer.990101010000", Map.of());
        var deadline = deadlines.ofTask(task.getId()).orElseThrow();
        assertThat(deadline.turn().unit()).isEqualTo(NORTH_POST);

        var later = deadlines.extend(deadline.id(), new Allowance("P2D", Counted.WORKING), "reviewer1");

        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getDueDate())
                .isEqualTo(Date.from(later.due().truncatedTo(ChronoUnit.MILLIS)));
    }

    @Test
    void a_desk_without_the_accused_keeps_its_task() {
        var task = task("userTask_verifyFacts", "liaison.990102000000", about(NORTH_POST, "officer1"));

        assertThat(offers(task)).containsExactly("group liaison.990102000000");
    }

    @Test
    void the_accused_is_left_out_and_the_others_of_the_desk_are_offered_the_task() {
        var task = task("userTask_assign", "reviewer", about(CENTRE, "reviewer1"));

        assertThat(offers(task)).containsExactly("user reviewer2");
    }

    @Test
    void where_the_accused_is_alone_the_level_above_is_offered_the_task() {
        var task = task("userTask_assign", "liaison.990101000000", about(SOUTH, "liaison1"));

        assertThat(offers(task)).containsExactly("group reviewer");
    }

    @Test
    void whoever_moves_takes_no_task_along_and_reads_none_they_once_did() {
        organisation.enlist(List.of(new Member("wanderer", "Wan Derer", NORTH_POST, Set.of(Role.OFFICER))));
        logins.give(List.of("wanderer"), "minyi");
        var done = task("userTask_anything", "officer.990101010000", Map.of());
        var held = task("userTask_anything", "officer.990101010000", Map.of());
        tasks.claim(done.getId(), "wanderer");
        tasks.complete(done.getId());
        tasks.claim(held.getId(), "wanderer");
        assertThat(readable("wanderer", "/engine-rest/history/task")).contains(done.getId(), held.getId());
        assertThat(readable("wanderer", "/engine-rest/task")).contains(held.getId());

        organisation.move("wanderer", SOUTH_POST);

        assertThat(assigneeOf(held)).isNull();
        assertThat(readable("wanderer", "/engine-rest/history/task")).doesNotContain(done.getId(), held.getId());
        assertThat(readable("wanderer", "/engine-rest/task")).doesNotContain(held.getId());
        organisation.leave("wanderer");
    }

    private String readable(String user, String path) {
        return browser.withBasicAuth(user, "minyi").getForObject(path, String.class);
    }

    @Test
    void a_unit_complained_about_is_not_offered_its_own_verification() {
        assertThat(offers(task("userTask_verifyFacts", "officer.990101010000", about(NORTH_POST, null))))
                .containsExactly("group liaison.990101000000");
        assertThat(offers(task("userTask_reviewRectification", "leader.990101000000", about(NORTH, null))))
                .containsExactly("group reviewer");
        assertThat(offers(task("userTask_confirmResponsibility", "reviewer", about(CENTRE, "caller1"))))
                .containsExactly("group inspector");
    }

    @Test
    void the_centre_complained_about_does_not_call_the_person_but_the_inspector_does() {
        for (var call : List.of("userTask_makeCall", "userTask_tellByPhone")) {
            assertThat(offers(task(call, "caller", about(CENTRE, null))))
                    .as(call)
                    .containsExactly("group inspector");
            assertThat(offers(task(call, "caller", about(NORTH, null))))
                    .as(call)
                    .containsExactly("group caller");
        }
    }

    @Test
    void a_unit_complained_about_signs_for_and_rectifies_its_own_order() {
        assertThat(offers(task("userTask_signOrder", "liaison.990101000000", about(NORTH, "liaison1"))))
                .containsExactly("group liaison.990101000000");
        assertThat(offers(task("userTask_rectify", "officer.990101010000", about(NORTH_POST, "officer1"))))
                .containsExactly("group officer.990101010000");
    }

    @Test
    void nobody_claims_a_step_of_their_own_matter_past_the_offer() {
        var task = task("userTask_verifyFacts", "liaison.990102000000", about(NORTH_POST, "officer1"));

        assertThatThrownBy(() -> tasks.claim(task.getId(), "officer1"))
                .hasMessageContaining("about them or their unit");
        assertThatThrownBy(() -> tasks.setAssignee(task.getId(), "officer1b"))
                .hasMessageContaining("about them or their unit");

        tasks.claim(task.getId(), "liaison2");
        assertThat(assigneeOf(task)).isEqualTo("liaison2");
    }

    @Test
    void nobody_completes_a_step_of_their_own_matter_without_claiming() {
        var task = task("userTask_verifyFacts", "liaison.990102000000", about(NORTH_POST, "officer1"));
        identity.setAuthentication("officer1", List.of("officer.990101010000", "liaison.990102000000"));

        assertThatThrownBy(() -> tasks.complete(task.getId())).hasMessageContaining("about them or their unit");
    }

    @Test
    void the_matter_remembers_who_did_the_step() {
        var task = task("userTask_anything", "triage", Map.of());
        identity.setAuthentication("triage1", List.of("triage"));

        tasks.complete(task.getId());

        identity.clearAuthentication();
        assertThat(runtime.getVariable(task.getProcessInstanceId(), "doneBy")).isEqualTo("triage1");
    }

    @Test
    void an_officer_sees_the_own_units_tasks_only_and_a_moved_one_those_of_the_new_unit_at_once() {
        logins.give(List.of("officer1b", "officer2"), "minyi");
        var north = task("userTask_rectify", "officer.990101010000", Map.of());

        assertThat(seenBy("officer1b")).contains(north.getId());
        assertThat(seenBy("officer2")).doesNotContain(north.getId());

        organisation.move("officer1b", SmallCity.SOUTH_POST);
        assertThat(seenBy("officer1b")).doesNotContain(north.getId());

        organisation.move("officer1b", NORTH_POST);
        assertThat(seenBy("officer1b")).contains(north.getId());
    }

    @Test
    void an_officer_can_do_a_task_but_not_hand_it_to_somebody_else() {
        logins.give(List.of("officer1"), "minyi");
        var task = task("userTask_rectify", "officer.990101010000", Map.of());
        var officer = browser.withBasicAuth("officer1", "minyi");

        assertThat(officer.postForEntity(
                                "/engine-rest/task/" + task.getId() + "/assignee",
                                Map.of("userId", "officer2"),
                                String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(officer.postForEntity(
                                "/engine-rest/task/" + task.getId() + "/claim",
                                Map.of("userId", "officer1"),
                                String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
    }

    @Test
    void a_task_is_taken_for_nobody_else_and_out_of_nobody_elses_hands_but_ones_own_is_given_back() {
        logins.give(List.of("officer1", "officer1b"), "minyi");
        var task = task("userTask_rectify", "officer.990101010000", Map.of());

        for (var other : List.of("officer1b", "officer2", "auditor1")) {
            assertThat(post("officer1", task, "claim", other)).as(other).isEqualTo(HttpStatus.FORBIDDEN);
        }
        assertThat(assigneeOf(task)).isNull();

        assertThat(post("officer1", task, "claim", "officer1")).isEqualTo(HttpStatus.NO_CONTENT);
        for (var way : List.of("claim", "unclaim", "resolve", "assignee")) {
            assertThat(post("officer1b", task, way, null)).as(way).isEqualTo(HttpStatus.FORBIDDEN);
        }
        assertThat(assigneeOf(task)).isEqualTo("officer1");

        assertThat(post("officer1", task, "unclaim", null)).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(assigneeOf(task)).isNull();
    }

    @Test
    void a_note_of_before_is_read_by_whoever_reads_the_task_and_by_nobody_who_only_knows_its_id() {
        logins.give(List.of("officer1", "officer2", "owner1", "admin1", "auditor1"), "minyi");
        var task = task("userTask_rectify", "officer.990101010000", Map.of());
        var note = tasks.createComment(task.getId(), task.getProcessInstanceId(), "a note")
                .getId();
        var file = tasks.createAttachment("text", task.getId(), task.getProcessInstanceId(), "f", "f", bytes("a file"))
                .getId();

        for (var path : List.of("/comment/" + note, "/attachment/" + file, "/attachment/" + file + "/data")) {
            for (var stranger : List.of("officer2", "owner1", "admin1")) {
                assertThat(get(stranger, task, path))
                        .as("%s %s", stranger, path)
                        .isEqualTo(HttpStatus.NOT_FOUND);
            }
            for (var reader : List.of("officer1", "auditor1")) {
                assertThat(get(reader, task, path)).as("%s %s", reader, path).isEqualTo(HttpStatus.OK);
            }
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private HttpStatusCode get(String user, Task task, String path) {
        return browser.withBasicAuth(user, "minyi")
                .getForEntity("/engine-rest/task/" + task.getId() + path, String.class)
                .getStatusCode();
    }

    private HttpStatusCode post(String user, Task task, String way, String holder) {
        var body = way.equals("claim") || way.equals("assignee")
                ? Collections.singletonMap("userId", holder)
                : Map.<String, String>of();
        return browser.withBasicAuth(user, "minyi")
                .postForEntity("/engine-rest/task/" + task.getId() + "/" + way, body, String.class)
                .getStatusCode();
    }

    @Test
    void a_task_is_assigned_to_nobody_to_whom_it_may_not_be_offered() {
        var task = task(
                "userTask_anything",
                "officer.990101010000",
                Map.of("handlingUnit", NORTH.value(), "executingUnit", NORTH_POST.value()));

        for (var foreign : List.of("officer2", "leader2", "auditor1", "owner1", "admin1")) {
            assertThatThrownBy(() -> tasks.setAssignee(task.getId(), foreign))
                    .as(foreign)
                    .hasMessageContaining("the matter is not with their unit or role");
        }
        tasks.setAssignee(task.getId(), "officer1b");
        assertThat(assigneeOf(task)).isEqualTo("officer1b");
    }

    @Test
    void whatever_an_expression_says_a_matter_is_offered_to_no_other_unit() {
        var northPosts = Map.<String, Object>of("handlingUnit", NORTH.value(), "executingUnit", NORTH_POST.value());

        for (var foreign : List.of("officer.990102010000", "leader.990102000000", "triage,liaison.990102000000")) {
            assertThatThrownBy(() -> task("userTask_anything", foreign, northPosts))
                    .hasMessageContaining("the matter is not with their unit");
        }
        for (var own : List.of("officer.990101010000", "leader.990101000000", "reviewer")) {
            assertThat(offers(task("userTask_anything", own, northPosts))).containsExactly("group " + own);
        }
    }

    @Test
    void a_matter_is_offered_to_no_role_of_all_units_at_once_and_to_nothing_that_is_no_desk() {
        for (var group : List.of("officer", "liaison", "leader", "camunda-admin", "everybody")) {
            assertThatThrownBy(() -> task("userTask_anything", group, Map.of()))
                    .hasMessageContaining("the matter is not with their unit");
        }
    }

    @Test
    void a_matter_is_offered_to_no_role_that_works_on_none() {
        for (var group : List.of("processowner", "administrator", "auditor", "custodian", "triage,auditor")) {
            assertThatThrownBy(() -> task("userTask_anything", group, Map.of()))
                    .as(group)
                    .hasMessageContaining("the matter is not with their unit or role");
        }
    }

    @Test
    void an_expression_names_nobody_of_another_unit_and_nobody_who_works_on_no_matter() {
        for (var named : List.of("candidateUsers", "assignee")) {
            repository
                    .createDeployment()
                    .addString(
                            named + ".bpmn",
                            """
                            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="minyi">
                              <process id="named-by-%1$s" isExecutable="true" camunda:historyTimeToLive="P1D">
                                <startEvent id="s"/>
                                <sequenceFlow id="f" sourceRef="s" targetRef="userTask_named"/>
                                <userTask id="userTask_named" camunda:%1$s="${named}"/>
                              </process>
                            </definitions>
                            """
                                    .formatted(named))
                    .deploy();
            var own = Map.<String, Object>of("executingUnit", NORTH_POST.value(), "named", "leader1");

            for (var foreign : List.of("officer2", "auditor1", "owner1", "admin1")) {
                var northPosts = Map.<String, Object>of("executingUnit", NORTH_POST.value(), "named", foreign);
                assertThatThrownBy(() -> runtime.startProcessInstanceByKey("named-by-" + named, northPosts))
                        .as(foreign)
                        .hasMessageContaining("the matter is not with their unit");
            }
            assertThat(runtime.startProcessInstanceByKey("named-by-" + named, own))
                    .isNotNull();
        }
    }

    private List<String> seenBy(String user) {
        var seen = browser.withBasicAuth(user, "minyi").getForObject("/engine-rest/task", List.class);
        return Stream.of(seen.toArray())
                .map(task -> (String) ((Map<?, ?>) task).get("id"))
                .toList();
    }

    private static Map<String, Object> about(UnitCode unit, String officer) {
        var variables = new HashMap<String, Object>();
        variables.put("respondentUnit", unit.value());
        variables.put("respondentOfficer", officer);
        return variables;
    }

    private Task task(String element, String group, Map<String, Object> variables) {
        var process = "desk-" + element.replace("userTask_", "");
        if (repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .count()
                == 0) {
            repository
                    .createDeployment()
                    .addModelInstance(
                            process + ".bpmn",
                            Bpmn.createExecutableProcess(process)
                                    .camundaHistoryTimeToLiveString("P1D")
                                    .startEvent()
                                    .userTask(element)
                                    .camundaCandidateGroups("${group}")
                                    .userTask("userTask_after")
                                    .camundaCandidateGroups("triage")
                                    .endEvent()
                                    .done())
                    .deploy();
        }
        var all = new HashMap<>(variables);
        all.put("group", group);
        all.put("matterId", matter.toString());
        var instance = runtime.startProcessInstanceByKey(process, all);
        return tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
    }

    private List<String> offers(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(DeskTasksTest::words)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String words(IdentityLink link) {
        if (link.getGroupId() != null) {
            return "group " + link.getGroupId();
        }
        return "user " + link.getUserId();
    }

    private String assigneeOf(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
    }
}
