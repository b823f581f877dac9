package org.minyi.desk.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minyi.MinyiTest;
import org.minyi.desk.Logins;
import org.minyi.organisation.Member;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.Role;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

/** What lies on a desk, counted the way Tasklist counts. */
@MinyiTest
class DeskFiltersTest {

    @Autowired
    FiltersAtStart atStart;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @Autowired
    TestRestTemplate browser;

    private final String one = "f" + UUID.randomUUID();
    private final String other = "f" + UUID.randomUUID();

    @BeforeEach
    void two_new_officers_of_a_post() {
        SmallCity.standsIn(organisation, units);
        organisation.enlist(List.of(
                new Member(one, "One", SmallCity.NORTH_POST, java.util.Set.of(Role.OFFICER)),
                new Member(other, "Other", SmallCity.NORTH_POST, java.util.Set.of(Role.OFFICER))));
        logins.give(List.of(one, other), "minyi");
    }

    @ParameterizedTest
    @CsvSource({
        "caller1, My calls, Calls waiting",
        "triage1, My matters, Matters waiting",
        "reviewer1, My reviews, Reviews waiting",
        "director1, My decisions, Decisions waiting",
        "inspector1, My cases, Cases waiting",
        "liaison1, My orders, Orders at our sub-centre",
        "leader1, My reviews, Reviews at our sub-centre",
        "officer1, My orders, Orders at our post"
    })
    void a_role_sees_its_own_four_filters_in_its_own_words_and_no_others(String user, String mine, String waiting) {
        logins.give(List.of(user), "minyi");

        assertThat(filters(user).keySet()).containsExactlyInAnyOrder(mine, waiting, "Due today", "Overdue");
        assertThat(counts(user).values()).as("every one of them can be counted").hasSize(4);
    }

    @Test
    void a_second_start_lays_nothing_twice() {
        atStart.lay();

        assertThat(filters(one)).hasSize(4);
    }

    @Test
    void the_filters_count_mine_my_units_what_is_due_today_and_what_is_overdue() {
        var before = counts(one);
        var overdue = task();
        var today = task();
        var later = task();
        tasks.setDueDate(overdue, Date.from(Instant.now().minusSeconds(3 * 24 * 3600)));
        tasks.setDueDate(today, Date.from(Instant.now()));
        tasks.setDueDate(later, Date.from(Instant.now().plusSeconds(3 * 24 * 3600)));
        tasks.claim(overdue, one);
        tasks.claim(later, other);

        var now = counts(one);

        assertThat(now.get("My orders") - before.get("My orders")).isEqualTo(1);
        assertThat(now.get("Orders at our post") - before.get("Orders at our post"))
                .isEqualTo(3);
        assertThat(now.get("Due today") - before.get("Due today")).isEqualTo(1);
        assertThat(now.get("Overdue") - before.get("Overdue")).isEqualTo(2);
        assertThat(counts(other).get("My orders")).isEqualTo(1);
    }

    @Test
    void a_task_offered_in_person_lies_on_the_same_desk() {
        var before = counts(one).get("Orders at our post");

        task(Map.of("respondentOfficer", other));

        assertThat(counts(one).get("Orders at our post")).isEqualTo(before + 1);
    }

    private String task() {
        return task(Map.of());
    }

    private String task(Map<String, Object> variables) {
        if (repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("filtered")
                        .count()
                == 0) {
            repository
                    .createDeployment()
                    .addModelInstance(
                            "filtered.bpmn",
                            Bpmn.createExecutableProcess("filtered")
                                    .camundaHistoryTimeToLiveString("P1D")
                                    .startEvent()
                                    .userTask("userTask_anything")
                                    .camundaCandidateGroups("officer.990101010000")
                                    .endEvent()
                                    .done())
                    .deploy();
        }
        var matter = runtime.startProcessInstanceByKey("filtered", variables).getId();
        return tasks.createTaskQuery().processInstanceId(matter).singleResult().getId();
    }

    private Map<String, Integer> counts(String user) {
        var counts = new HashMap<String, Integer>();
        filters(user)
                .forEach((name, id) -> counts.put(name, (Integer) browser.withBasicAuth(user, "minyi")
                        .getForObject("/engine-rest/filter/" + id + "/count", Map.class)
                        .get("count")));
        return counts;
    }

    private Map<String, String> filters(String user) {
        var names = new HashMap<String, String>();
        var filters = browser.withBasicAuth(user, "minyi").getForObject("/engine-rest/filter", JsonNode.class);
        filters.forEach(filter ->
                names.put(filter.get("name").asText(), filter.get("id").asText()));
        return names;
    }
}
