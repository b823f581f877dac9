package org.minyi.calendar.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.calendar.Allowance;
import org.minyi.calendar.Counted;
import org.minyi.calendar.Rule;
import org.minyi.calendar.StepLimits;
import org.springframework.beans.factory.annotation.Autowired;

@MinyiTest
class StepLimitsTest {

    @Autowired
    StepLimits limits;

    @Autowired
    RepositoryService repository;

    @Autowired
    HistoryService history;

    @BeforeEach
    void the_table_as_delivered() {
        repository
                .createDeployment()
                .addClasspathResource("processes/calendar/time-limit.dmn")
                .deploy();
    }

    @Test
    void a_limit_names_the_row_and_the_version_it_comes_from() {
        var version = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("time-limit")
                .latestVersion()
                .singleResult()
                .getVersion();

        var limit = limits.limit("work-order.rectify", null, "GRAVE");

        assertThat(limit.allowed()).isEqualTo(new Allowance("P3D", Counted.WORKING));
        assertThat(limit.priority()).isEqualTo(90);
        assertThat(limit.rule())
                .isEqualTo(new Rule("A grave matter is put right within three working days", "time-limit", version));
    }

    @Test
    void the_same_question_is_evaluated_once_per_version() {
        limits.limit("complaint.triage", null, null);
        var before = history.createHistoricDecisionInstanceQuery().count();

        limits.limit("complaint.triage", null, null);

        assertThat(history.createHistoricDecisionInstanceQuery().count()).isEqualTo(before);
    }

    @Test
    void a_newer_table_counts_at_once() {
        limits.limit("complaint.triage", null, null);

        the_table_as_delivered();

        assertThat(limits.limit("complaint.triage", null, null).allowed().days())
                .isOne();
    }
}
