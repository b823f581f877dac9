package org.minyi.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.minyi.citizen.Attachments;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.FileKind;
import org.minyi.citizen.Told;
import org.minyi.citizen.WordsBook;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.Kind;
import org.minyi.complaint.RaisedMatter;
import org.minyi.custody.IdentityRequests;
import org.minyi.desk.Logins;
import org.minyi.notice.Documents;
import org.minyi.notice.NewNotice;
import org.minyi.notice.Notices;
import org.minyi.organisation.Member;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.Role;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The small city, and matters of it in every kind of hands, played through the engine as people would. */
@TestComponent
final class City {

    private final Organisation organisation;
    private final Units units;
    private final Logins logins;
    private final Citizens citizens;
    private final WordsBook words;
    private final Attachments attachments;
    private final Complaints complaints;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final IdentityService identity;
    private final RuntimeService runtime;
    private final IdentityRequests requests;
    private final Notices notices;
    private final Documents documents;
    private final JdbcClient db;
    private int count;

    City(
            Organisation organisation,
            Units units,
            Logins logins,
            Citizens citizens,
            WordsBook words,
            Attachments attachments,
            Complaints complaints,
            TaskService tasks,
            ManagementService jobs,
            IdentityService identity,
            RuntimeService runtime,
            IdentityRequests requests,
            Notices notices,
            Documents documents,
            JdbcClient db) {
        this.notices = notices;
        this.documents = documents;
        this.organisation = organisation;
        this.units = units;
        this.logins = logins;
        this.citizens = citizens;
        this.words = words;
        this.attachments = attachments;
        this.complaints = complaints;
        this.tasks = tasks;
        this.jobs = jobs;
        this.identity = identity;
        this.runtime = runtime;
        this.requests = requests;
        this.db = db;
    }

    /** The matters, when everybody has done what they do. */
    List<Matter> founded(Set<String> users) {
        SmallCity.standsIn(organisation, units);
        organisation.enlist(List.of(
                new Member("custodian1", "Custodian One", SmallCity.CENTRE, Set.of(Role.CUSTODIAN)),
                new Member("mover", "Mo Ver", SmallCity.NORTH_POST, Set.of(Role.OFFICER))));
        logins.give(users.stream().filter(Callers::isPerson).toList(), Callers.PASSWORD);
        var played = new ArrayList<Played>();
        played.add(rectifying("north", SmallCity.NORTH, SmallCity.NORTH_POST));
        played.add(rectifying("south", SmallCity.SOUTH, SmallCity.SOUTH_POST));
        played.add(triaged("north-desk", SmallCity.NORTH, null));
        played.add(triaged("about-reviewer1", SmallCity.SOUTH, "reviewer1"));
        played.add(raised("fresh", SmallCity.NORTH, null));
        played.add(sentElsewhere("closed", SmallCity.SOUTH));
        played.add(inConfidence());
        // Who had a task in the north and works in the south now.
        claimed(open(played.get(0).complaint()), "mover");
        organisation.move("mover", SmallCity.SOUTH_POST);
        // What waits for the custodian, and what went wrong.
        requests.ask("reviewer2", played.get(0).complaint(), "why I ask");
        runJobs();
        played.stream().filter(one -> !one.title().equals("closed")).forEach(one -> failed(open(one.complaint())));
        // A document is read by the unit it goes to, and whoever has to serve it has a task of the matter.
        played.stream().filter(one -> !one.title().equals("in-confidence")).forEach(this::written);
        runJobs();
        return played.stream().map(this::read).toList();
    }

    /** A letter in every matter, to whoever has it in hand; made at once, for to read one the first time makes it. */
    private void written(Played matter) {
        var unit = db.sql("select coalesce(executing_unit, handling_unit) from work_order where complaint_id = ?")
                .param(matter.complaint())
                .query(String.class)
                .optional()
                .map(UnitCode::new)
                .orElse(SmallCity.CENTRE);
        var row = db.sql("select number, title, respondent_officer from complaint where id = ?")
                .param(matter.complaint())
                .query()
                .singleRow();
        var about = new NewNotice.Matter(
                matter.complaint(),
                (String) row.get("number"),
                (String) row.get("title"),
                null,
                unit,
                unit,
                null,
                (String) row.get("respondent_officer"));
        var letter = notices.issue(NewNotice.of(org.minyi.notice.Kind.REMINDER_LETTER, unit, about, 1, "LATE"));
        documents.make(letter.id());
    }

    /** A further matter, for what changes it: with its northern liaison to sign, or with the northern post to put right. */
    Matter throwAway(boolean signed) {
        var played = signed
                ? rectifying("throw-away", SmallCity.NORTH, SmallCity.NORTH_POST)
                : triaged("throw-away", SmallCity.NORTH, null);
        runJobs();
        var matter = read(played);
        assertThat(matter.isOpen()).isTrue();
        return matter;
    }

    private void failed(Task task) {
        runtime.createIncident("somethingWrong", task.getExecutionId(), "none");
    }

    private record Played(String title, UUID complaint, Set<String> words, Set<String> sealed) {}

    private Matter read(Played played) {
        return Matter.read(db, played.title(), played.complaint(), played.words(), played.sealed());
    }

    /** An officer of the south spoke of the sub-bureau above, which has the order to sign. */
    private Played inConfidence() {
        return triaged(raised("in-confidence", SmallCity.SOUTH, null, Channel.POLICE_HOTLINE), SmallCity.SOUTH);
    }

    private Played raised(String title, UnitCode unit, String officer) {
        return raised(title, unit, officer, Channel.CITY_12345);
    }

    private Played raised(String title, UnitCode unit, String officer, Channel channel) {
        var at = ++count;
        var name = List.of("司马相如", "诸葛孔明", "欧阳永叔", "上官婉儿", "公孙大娘", "尉迟敬德", "夏侯元让", "令狐子直", "皇甫嵩山")
                .get(at - 1);
        var number = "1380066770" + at;
        var said = "matrix-words-" + at;
        var person = citizens.enrol(List.of(new Told(name, number, false))).get(0);
        var id = complaints.raise(new RaisedMatter(
                channel,
                UUID.randomUUID().toString(),
                Kind.COMPLAINT,
                null,
                person.person(),
                person.line(),
                words.keep(person.person(), "我是%s，%s，%s, two hours at the counter".formatted(name, number, said)),
                "household-registration",
                unit.value(),
                officer,
                "12345",
                List.of(attachments.keep(
                        person.person(), "letter.txt", FileKind.TEXT, ("matrix-file-" + at).getBytes(UTF_8)))));
        runJobs();
        var note = "matrix-note-" + at;
        var task = open(id.value());
        tasks.createComment(task.getId(), task.getProcessInstanceId(), note);
        tasks.createAttachment("text", task.getId(), task.getProcessInstanceId(), note, note, "http://localhost/none");
        return new Played(title, id.value(), Set.of(said, note, "matrix-file-" + at), Set.of(name, number));
    }

    private Played triaged(String title, UnitCode unit, String officer) {
        return triaged(raised(title, unit, officer), unit);
    }

    private Played triaged(Played matter, UnitCode unit) {
        done(
                matter,
                "triage",
                Map.of(
                        "jurisdiction", "OURS",
                        "category", "ATTITUDE",
                        "severity", "ORDINARY",
                        "respondentUnit", unit.value(),
                        "triageWords", "ours"));
        return matter;
    }

    private Played rectifying(String title, UnitCode handling, UnitCode executing) {
        var matter = triaged(title, handling, null);
        done(matter, "signOrder", Map.of("signDecision", "ASSIGN", "executingUnit", executing.value()));
        done(matter, "verifyFacts", Map.of("verdict", "FOUNDED", "verifyWords", "so it was"));
        done(matter, "proposeResponsibility", Map.of("score", "60", "proposeWords", "half"));
        done(matter, "confirmResponsibility", Map.of("confirmation", "CONFIRMED", "explanationWords", "sorry"));
        assertThat(open(matter.complaint()).getTaskDefinitionKey()).isEqualTo("userTask_rectify");
        return matter;
    }

    private Played sentElsewhere(String title, UnitCode unit) {
        var matter = raised(title, unit, null);
        done(
                matter,
                "triage",
                Map.of(
                        "jurisdiction", "ELSEWHERE",
                        "category", "ATTITUDE",
                        "severity", "ORDINARY",
                        "transferWords", "the tax office",
                        "triageWords", "theirs"));
        return matter;
    }

    private void done(Played matter, String step, Map<String, Object> answers) {
        runJobs();
        var task = open(matter.complaint());
        assertThat(task.getTaskDefinitionKey()).isEqualTo("userTask_" + step);
        claimed(task, offeredTo(task));
        tasks.complete(task.getId(), answers);
        runJobs();
    }

    /** As the person, so that the engine's own record of who did what has something to tell. */
    private void claimed(Task task, String user) {
        identity.setAuthentication(
                user,
                identity.createGroupQuery().groupMember(user).list().stream()
                        .map(Group::getId)
                        .toList());
        try {
            tasks.claim(task.getId(), user);
        } finally {
            identity.clearAuthentication();
        }
    }

    private Task open(UUID complaint) {
        // Documents and verdicts of the matter wait elsewhere.
        return tasks
                .createTaskQuery()
                .processDefinitionKeyIn("complaint", "work-order")
                .processVariableValueEquals("matterId", complaint.toString())
                .list()
                .stream()
                .findFirst()
                .orElseThrow();
    }

    private String offeredTo(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(link -> link.getUserId() != null
                        ? link.getUserId()
                        : identity.createUserQuery()
                                .memberOfGroup(link.getGroupId())
                                .list()
                                .get(0)
                                .getId())
                .findFirst()
                .orElseThrow();
    }

    private void runJobs() {
        for (int pass = 0; pass < 5; pass++) {
            jobs.createJobQuery().messages().withRetriesLeft().list().forEach(job -> jobs.executeJob(job.getId()));
        }
    }
}
