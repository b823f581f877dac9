package org.minyi.desk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.minyi.MinyiTest;
import org.minyi.desk.Logins;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** A step that fails: tried again later and later, then told in the log, and sent on by the process owner. */
@MinyiTest
@ExtendWith(OutputCaptureExtension.class)
class FailedStepsTest {

    @Autowired
    FailedSteps failed;

    @Autowired
    FailedStepsWatch watch;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @Autowired
    TestRestTemplate browser;

    @BeforeEach
    void a_small_city() {
        SmallCity.standsIn(organisation, units);
        logins.give(List.of("owner1", "auditor1", "triage1", "officer1"), "minyi");
    }

    @Test
    void a_failed_step_is_tried_again_later_and_later_then_told_and_the_process_owner_sends_it_on(
            CapturedOutput output) {
        // given
        repository
                .createDeployment()
                .addModelInstance(
                        "stumbling.bpmn",
                        Bpmn.createExecutableProcess("stumbling")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .intermediateThrowEvent("serviceTask_stumble")
                                .camundaAsyncBefore()
                                .camundaInputParameter("needed", "#{mended}")
                                .endEvent()
                                .done())
                .deploy();
        var matter = runtime.startProcessInstanceByKey("stumbling").getId();
        assertThat(failed.words()).isEmpty();

        // when
        var waits = new ArrayList<Duration>();
        while (job().getRetries() > 0) {
            var before = Instant.now();
            assertThatThrownBy(() -> jobs.executeJob(job().getId())).hasMessageContaining("mended");
            waits.add(Duration.between(before, job().getDuedate().toInstant()));
        }

        // then
        assertThat(waits.subList(0, 4))
                .zipSatisfy(
                        List.of(
                                Duration.ofSeconds(10),
                                Duration.ofMinutes(1),
                                Duration.ofMinutes(10),
                                Duration.ofHours(1)),
                        (wait, planned) -> assertThat(wait).isCloseTo(planned, Duration.ofSeconds(8)));
        assertThat(failed.words()).hasValueSatisfying(words -> assertThat(words)
                .isEqualTo("Steps failed at every try and their matters stand still:"
                        + " stumbling/serviceTask_stumble (1)."));
        watch.beat();
        assertThat(output).contains("stumbling/serviceTask_stumble (1). docs/operations.md says how they go on.");

        // when somebody whose business it is not sends it on
        for (var other : List.of("auditor1", "triage1", "officer1")) {
            assertThat(sentOnBy(other)).as(other).isEqualTo(HttpStatus.FORBIDDEN);
        }
        assertThat(job().getRetries()).isZero();

        // when the cause is mended and the process owner sends it on
        runtime.setVariable(matter, "mended", true);
        assertThat(sentOnBy("owner1")).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(job().getRetries()).isEqualTo(1);
        jobs.executeJob(job().getId());
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(matter)
                        .count())
                .isZero();
        assertThat(failed.words()).isEmpty();
    }

    /** As docs/operations.md says: all that stand still at one step, without reading any matter. */
    private HttpStatusCode sentOnBy(String user) {
        var owner = browser.withBasicAuth("owner1", "minyi");
        var step = owner.getForObject(
                        "/engine-rest/job-definition?processDefinitionKey=stumbling&activityIdIn=serviceTask_stumble",
                        Map[].class)[0];
        return browser.withBasicAuth(user, "minyi")
                .exchange(
                        "/engine-rest/job-definition/" + step.get("id") + "/retries",
                        HttpMethod.PUT,
                        new HttpEntity<>(Map.of("retries", 1)),
                        String.class)
                .getStatusCode();
    }

    private Job job() {
        return jobs.createJobQuery().processDefinitionKey("stumbling").singleResult();
    }
}
