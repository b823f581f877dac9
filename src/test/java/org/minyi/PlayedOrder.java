package org.minyi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.minyi.channel.sms.IncomingSms;
import org.minyi.channel.sms.OperatorInbox;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.Told;
import org.minyi.citizen.WordsBook;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.Kind;
import org.minyi.complaint.RaisedMatter;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.UnitCode;
import org.minyi.question.Questions;
import org.minyi.question.Replies;
import org.minyi.question.Subject;
import org.minyi.workorder.WorkOrder;
import org.minyi.workorder.WorkOrders;
import org.springframework.context.ApplicationContext;

/**
 * A work order in a {@link SmallCity}, begun without the process of its complaint, and people who do what lies on their desks: for tests
 * over the whole of Minyi.
 */
public final class PlayedOrder {

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    /** The complaint it is about; there is one from {@link #begun} on. */
    public UUID matter;

    public String number;
    public final String phone = "1390000%04d".formatted(PEOPLE.incrementAndGet());
    public final PersonId person;
    public final LineId line;

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final IdentityService identity;
    private final WorkOrders orders;
    private final Complaints complaints;
    private final WordsBook words;
    private final Questions questions;
    private final OperatorInbox inbox;
    private final Replies replies;
    private final Clock clock;

    public PlayedOrder(ApplicationContext minyi) {
        runtime = minyi.getBean(RuntimeService.class);
        tasks = minyi.getBean(TaskService.class);
        jobs = minyi.getBean(ManagementService.class);
        identity = minyi.getBean(IdentityService.class);
        orders = minyi.getBean(WorkOrders.class);
        complaints = minyi.getBean(Complaints.class);
        words = minyi.getBean(WordsBook.class);
        questions = minyi.getBean(Questions.class);
        inbox = minyi.getBean(OperatorInbox.class);
        replies = minyi.getBean(Replies.class);
        clock = minyi.getBean(Clock.class);
        var enrolled = minyi.getBean(Citizens.class)
                .enrol(List.of(new Told("Li Hua", phone, false)))
                .get(0);
        person = enrolled.person();
        line = enrolled.line();
    }

    /** At the desk of whoever signs. */
    public PlayedOrder begun(String severity, UnitCode respondent, String officer) {
        var complaint = complaints.take(new RaisedMatter(
                Channel.HOTLINE,
                null,
                Kind.COMPLAINT,
                null,
                person,
                line,
                words.keep(person, "nobody came for two hours"),
                null,
                respondent.value(),
                officer,
                "caller1"));
        matter = complaint.id().value();
        number = complaint.number();
        var variables = new HashMap<String, Object>();
        variables.put("matterId", matter.toString());
        variables.put("matterNumber", number);
        variables.put("matterTitle", "110, delay");
        variables.put("personId", person.toString());
        variables.put("lineId", line.toString());
        variables.put("category", "DELAY");
        variables.put("severity", severity);
        variables.put("respondentUnit", respondent.value());
        variables.put("respondentOfficer", officer);
        runtime.startProcessInstanceByKey("work-order", matter.toString(), variables);
        return this;
    }

    /** About the station in the north, signed by its sub-bureau and given to it, with the facts to be verified. */
    public PlayedOrder signed(String severity) {
        begun(severity, SmallCity.NORTH_POST, null);
        act("liaison1", "signOrder", "signDecision", "ASSIGN", "executingUnit", SmallCity.NORTH_POST.value());
        return this;
    }

    /** As {@link #signed}, and confirmed as founded with this score: to be put right. */
    public PlayedOrder toPutRight(String severity, String score) {
        signed(severity);
        judged("FOUNDED", score);
        return this;
    }

    public PlayedOrder judged(String verdict, String score) {
        act("liaison1", "verifyFacts", "verdict", verdict, "verifyWords", "nobody came for two hours");
        act("leader1", "proposeResponsibility", "verdict", verdict, "score", score);
        act("reviewer1", "confirmResponsibility", "confirmation", "CONFIRMED");
        return this;
    }

    /** Reported as put right by its post, accepted by the level above, and the person asked whether it has been. */
    public PlayedOrder putRight() {
        act("officer1", "rectify", "rectifyWords", "went there and apologised");
        act("leader1", "reviewRectification", "reviewDecision", "ACCEPTED");
        return this;
    }

    /** The person answers the question of this round by SMS: 1 yes, 2 half, 3 no. */
    public PlayedOrder reply(String text) {
        var order = order();
        var question = questions
                .about(Subject.WORK_ORDER, order.id().value(), order.round() + 1)
                .orElseThrow();
        inbox.replies(List.of(new IncomingSms(
                UUID.randomUUID().toString(), phone, String.valueOf(question.code()), text, clock.instant())));
        replies.applyAll();
        run("serviceTask_hearAnswer");
        return this;
    }

    /** Takes the task as this user, who must have been offered it, and completes it. */
    public void act(String user, String step, Object... fields) {
        act(user, waiting(step), fields);
    }

    /** As Tasklist does it: logged in. */
    public void act(String user, Task task, Object... fields) {
        assertThat(offered(task, user))
                .as("%s is offered to %s", task.getTaskDefinitionKey(), user)
                .isTrue();
        var answers = new HashMap<String, Object>();
        for (var at = 0; at < fields.length; at += 2) {
            answers.put((String) fields[at], fields[at + 1]);
        }
        as(user, () -> {
            tasks.claim(task.getId(), user);
            tasks.complete(task.getId(), answers);
        });
    }

    public void as(String user, Runnable deed) {
        identity.setAuthentication(
                user,
                identity.createGroupQuery().groupMember(user).list().stream()
                        .map(Group::getId)
                        .toList());
        try {
            deed.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    public boolean offered(Task task, String user) {
        return tasks.createTaskQuery()
                        .taskId(task.getId())
                        .or()
                        .taskCandidateUser(user)
                        .taskAssignee(user)
                        .endOr()
                        .count()
                == 1;
    }

    /** The one open task of this step, in whichever of the matter's processes. */
    public Task waiting(String step) {
        var open = all(step);
        assertThat(open).as("%s among %s", step, open()).hasSize(1);
        return open.get(0);
    }

    public List<Task> all(String step) {
        return tasks.createTaskQuery()
                .taskDefinitionKey("userTask_" + step)
                .processVariableValueEquals("matterId", matter.toString())
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    /** The steps that wait, by name. */
    public List<String> open() {
        return tasks.createTaskQuery().processVariableValueEquals("matterId", matter.toString()).list().stream()
                .map(task -> task.getTaskDefinitionKey().replaceFirst("^userTask_", ""))
                .sorted()
                .toList();
    }

    /** Moves the one job of this matter that waits there. */
    public void run(String activity) {
        jobs.executeJob(job(activity).getId());
    }

    public void runJob(Job job) {
        jobs.executeJob(job.getId());
    }

    public Job job(String activity) {
        return jobs(activity).stream().findFirst().orElseThrow(() -> new AssertionError("no job waits at " + activity));
    }

    public List<Job> jobs(String activity) {
        return instances().stream()
                .flatMap(instance ->
                        jobs.createJobQuery().processInstanceId(instance.getId()).activityId(activity).list().stream())
                .toList();
    }

    public List<ProcessInstance> instances() {
        return runtime.createProcessInstanceQuery()
                .variableValueEquals("matterId", matter.toString())
                .list();
    }

    public WorkOrder order() {
        return orders.ofComplaint(matter).orElseThrow();
    }
}
