package org.minyi.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.minyi.Hands;
import org.minyi.channel.sms.IncomingSms;
import org.minyi.channel.sms.OperatorInbox;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Complaints;
import org.minyi.organisation.SmallCity;
import org.minyi.question.Questions;
import org.minyi.question.Replies;
import org.minyi.question.Subject;
import org.minyi.workorder.WorkOrders;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.stereotype.Component;

/** A matter as the people of the small city play it, each over HTTP with a login of their own. */
@Component
public class PlayedMatter {

    private static int phones = 0;

    private final TaskService tasks;
    private final ManagementService jobs;
    private final Complaints complaints;
    private final WorkOrders orders;
    private final Questions questions;
    private final OperatorInbox inbox;
    private final Replies replies;

    PlayedMatter(
            TaskService tasks,
            ManagementService jobs,
            Complaints complaints,
            WorkOrders orders,
            Questions questions,
            OperatorInbox inbox,
            Replies replies) {
        this.tasks = tasks;
        this.jobs = jobs;
        this.complaints = complaints;
        this.orders = orders;
        this.questions = questions;
        this.inbox = inbox;
        this.replies = replies;
    }

    /** A matter that somebody plays on. */
    public final class Played {

        private final TestRestTemplate http;
        private final String phone;
        private final UUID id;

        private Played(TestRestTemplate http, String phone, UUID id) {
            this.http = http;
            this.phone = phone;
            this.id = id;
        }

        public UUID id() {
            return id;
        }

        public String number() {
            return complaints.find(new ComplaintId(id)).orElseThrow().number();
        }

        /** Claims the task and hands in its form, as this person. */
        public Played does(String user, String step, String... fields) {
            runJobs();
            new Hands(http).submits(user, waiting(step).getId(), Hands.fields(fields));
            runJobs();
            return this;
        }

        /** From triage to the question whether it is settled; the leader sends the first rectification back. */
        public Played untilAsked() {
            does(
                    "triage1",
                    "triage",
                    "jurisdiction",
                    "OURS",
                    "category",
                    "DELAY",
                    "severity",
                    "ORDINARY",
                    "respondentUnit",
                    SmallCity.NORTH_POST.value(),
                    "triageWords",
                    "ours");
            does("liaison1", "signOrder", "signDecision", "ASSIGN", "executingUnit", SmallCity.NORTH_POST.value());
            does("liaison1", "verifyFacts", "verdict", "FOUNDED", "verifyWords", "nobody came");
            does("leader1", "proposeResponsibility", "score", "60", "proposeWords", "late");
            does("reviewer1", "confirmResponsibility", "confirmation", "CONFIRMED");
            return does("officer1", "rectify", "rectifyWords", "apologised")
                    .does("leader1", "reviewRectification", "reviewDecision", "SENT_BACK", "reviewWords", "no photo")
                    .rectifiedOnceMore();
        }

        public Played rectifiedOnceMore() {
            return does("officer1", "rectify", "rectifyWords", "apologised again")
                    .does("leader1", "reviewRectification", "reviewDecision", "ACCEPTED");
        }

        /** The person answers the question of this round. */
        public Played answers(String text) {
            var order = orders.ofComplaint(id).orElseThrow();
            var question = questions
                    .about(Subject.WORK_ORDER, order.id().value(), order.round() + 1)
                    .orElseThrow();
            inbox.replies(List.of(
                    new IncomingSms(UUID.randomUUID().toString(), phone, "" + question.code(), text, Instant.now())));
            replies.applyAll();
            runJobs();
            return this;
        }

        private Task waiting(String step) {
            var task = tasks.createTaskQuery()
                    .taskDefinitionKey("userTask_" + step)
                    .processVariableValueEquals("matterId", id.toString())
                    .singleResult();
            assertThat(task).as(step).isNotNull();
            return task;
        }
    }

    /** A matter that came some other way. */
    public Played raised(TestRestTemplate http, UUID matter) {
        runJobs();
        return new Played(http, "none", matter);
    }

    /** Taken by hand at the hotline, by triage1. */
    public Played taken(TestRestTemplate http) {
        var phone = "1371000%04d".formatted(++phones);
        var started = http.withBasicAuth("triage1", "minyi")
                .postForObject(
                        "/engine-rest/process-definition/key/complaint/submit-form",
                        Hands.variables(Hands.fields(
                                "channel",
                                "HOTLINE",
                                "kind",
                                "COMPLAINT",
                                "citizenName",
                                "李历史",
                                "citizenPhone",
                                phone,
                                "complaintWords",
                                "没有人来")),
                        JsonNode.class);
        var instance = started.path("id").asText();
        assertThat(instance).as("%s", started).isNotEmpty();
        runJobs();
        var matter = tasks.createTaskQuery().processInstanceId(instance).list().get(0);
        return new Played(http, phone, UUID.fromString((String) tasks.getVariable(matter.getId(), "matterId")));
    }

    private void runJobs() {
        for (var round = 0; round < 10; round++) {
            var due = jobs.createJobQuery().messages().withRetriesLeft().list();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(job -> jobs.executeJob(job.getId()));
        }
    }
}
