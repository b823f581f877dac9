package org.minyi.browser;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.channel.sms.Outbox;
import org.minyi.channel.sms.SmsDraft;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.Told;
import org.minyi.citizen.WordsBook;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.Kind;
import org.minyi.complaint.RaisedMatter;
import org.minyi.organisation.Level;
import org.minyi.organisation.Member;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.Role;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Unit;
import org.minyi.organisation.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A city where every text that anybody or anything can fill is one of the payloads. */
class HostileCity {

    /** As many waves as their page shows. */
    private static final int WAVES = 60;

    private final Organisation organisation;
    private final Citizens citizens;
    private final WordsBook words;
    private final Complaints complaints;
    private final Outbox outbox;
    private final Evidence evidence;
    private final JdbcClient db;
    private final Clock clock;
    private final FilterService filters;
    private final AuthorizationService authorizations;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ManagementService jobs;

    HostileCity(
            Organisation organisation,
            Citizens citizens,
            WordsBook words,
            Complaints complaints,
            Outbox outbox,
            Evidence evidence,
            JdbcClient db,
            Clock clock,
            FilterService filters,
            AuthorizationService authorizations,
            TaskService tasks,
            RuntimeService runtime,
            RepositoryService repository,
            ManagementService jobs) {
        this.organisation = organisation;
        this.citizens = citizens;
        this.words = words;
        this.complaints = complaints;
        this.outbox = outbox;
        this.evidence = evidence;
        this.db = db;
        this.clock = clock;
        this.filters = filters;
        this.authorizations = authorizations;
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.jobs = jobs;
    }

    static UnitCode post(int number) {
        return new UnitCode("99010203%04d".formatted(number));
    }

    /** A post and an officer of every name, and businesses. */
    @Transactional
    void units(List<String> payloads) {
        organisation.found(IntStream.range(0, payloads.size())
                .mapToObj(at -> new Unit(post(at), payloads.get(at), Level.POST, SmallCity.SOUTH))
                .toList());
        organisation.enlist(IntStream.range(0, payloads.size())
                .mapToObj(at -> new Member("x" + at, payloads.get(at), post(at), Set.of(Role.OFFICER)))
                .toList());
        var at = 0;
        for (var business :
                db.sql("select code from business").query(String.class).list()) {
            db.sql("update business set name = :name where code = :code")
                    .param("name", payloads.get(at++))
                    .param("code", business)
                    .update();
        }
    }

    /** A matter of a person of every name and address, with every kind of words and letters in its story. */
    @Transactional
    void matters(List<String> payloads, String reader) {
        for (var at = 0; at < payloads.size(); at++) {
            matter(at, payloads.get(at), reader);
        }
    }

    private void matter(int at, String payload, String reader) {
        var person = citizens.enrol(List.of(new Told(payload, "139%08d".formatted(at), false, payload)))
                .get(0);
        var matter = complaints.take(new RaisedMatter(
                Channel.HOTLINE,
                payload,
                Kind.COMPLAINT,
                null,
                person.person(),
                person.line(),
                words.keep(person.person(), payload),
                db.sql("select code from business order by position, code offset :at % 10 limit 1")
                        .param("at", at)
                        .query(String.class)
                        .single(),
                post(at).value(),
                payload,
                "caller1"));
        var order = UUID.randomUUID();
        db.sql(
                        """
                        insert into work_order (id, complaint_id, number, person_id, line_id, category, severity,
                                                respondent_officer, handling_unit, executing_unit, state, opened_at)
                        values (:id, :matter, :number, :person, :line, 'OTHER', 'ORDINARY', :officer, :south, :post,
                                'RECTIFYING', now())
                        """)
                .param("id", order)
                .param("matter", matter.id().value())
                .param("number", matter.number())
                .param("person", person.person().value())
                .param("line", person.line().value())
                .param("officer", payload)
                .param("south", SmallCity.SOUTH.value())
                .param("post", post(at).value())
                .update();
        for (var step : List.of("VERIFIED", "PROPOSED", "RECTIFIED", "REVIEWED")) {
            db.sql(
                            """
                            insert into work_order_step (id, work_order_id, round, step, done_at, done_by, unit_code, outcome,
                                                         words_id)
                            values (gen_random_uuid(), :order, 1, :step, now(), :by, :unit, 'FOUNDED', :words)
                            """)
                    .param("order", order)
                    .param("step", step)
                    .param("by", step.equals("VERIFIED") ? payload : "x" + at)
                    .param("unit", post(at).value())
                    .param("words", words.keep(null, payload).value())
                    .update();
        }
        db.sql(
                        """
                        insert into complaint_step (id, complaint_id, step, done_at, done_by, outcome, words_id)
                        values (gen_random_uuid(), :matter, 'triage', now(), :by, 'OURS', :words)
                        """)
                .param("matter", matter.id().value())
                .param("by", payload)
                .param("words", words.keep(null, payload).value())
                .update();
        called(at, matter.id().value(), person.person().value(), payload);
        supervised(at, matter.id().value(), payload);
        heldResponsible(at, matter.id().value(), payload);
        outbox.put(List.of(
                new SmsDraft(UUID.randomUUID(), matter.id().value(), person.line(), "", payload, clock.instant())));
        db.sql(
                        """
                        insert into identity_request (id, matter_id, person_id, asked_by, asked_at, words_id, state, decided_by,
                                                      decided_at, decision_words_id, granted_until)
                        values (gen_random_uuid(), :matter, :person, :reader, now(), :words, 'GRANTED', 'custodian1', now(),
                                :words, now() + interval '1 day')
                        """)
                .param("matter", matter.id().value())
                .param("person", person.person().value())
                .param("reader", reader)
                .param("words", words.keep(null, payload).value())
                .update();
    }

    private void called(int at, UUID matter, UUID person, String payload) {
        var call = UUID.randomUUID();
        db.sql(
                        """
                        insert into return_call (id, matter_id, round, person_id, opened_at) values (:id, :matter, 0, :person, now())
                        """)
                .param("id", call)
                .param("matter", matter)
                .param("person", person)
                .update();
        db.sql(
                        """
                        insert into call_attempt (id, call_id, number, called_at, caller, outcome, words_id)
                        values (gen_random_uuid(), :call, 1, now(), :by, 'DISSATISFIED', :words)
                        """)
                .param("call", call)
                .param("by", "x" + at)
                .param("words", words.keep(null, payload).value())
                .update();
    }

    /** A leader's opinion and its answer, a question for more time and its refusal, and what supervision did. */
    private void supervised(int at, UUID matter, String payload) {
        var said = words.keep(null, payload).value();
        db.sql(
                        """
                        with raised as (
                          insert into opinion (id, matter_id, raised_by, raised_at, unit_code, words_id)
                          values (gen_random_uuid(), :matter, :by, now(), :unit, :words) returning id)
                        insert into opinion_answer (opinion_id, place, answered_by, answered_at, words_id, accepted, judged_by,
                                                    judged_at, judged_words_id)
                        select id, 1, :by, now(), :words, false, :by, now(), :words from raised
                        """)
                .param("matter", matter)
                .param("by", "x" + at)
                .param("unit", post(at).value())
                .param("words", said)
                .update();
        db.sql(
                        """
                        insert into time_request (id, deadline_id, matter_id, unit_code, kind, days, asked_by, asked_at, words_id,
                                                  state, decided_by, decided_at, decision_words_id)
                        values (gen_random_uuid(), gen_random_uuid(), :matter, :unit, 'EXTENSION', 2, :by, now(), :words,
                                'REFUSED', 'leader2', now(), :words)
                        """)
                .param("matter", matter)
                .param("unit", post(at).value())
                .param("by", "x" + at)
                .param("words", said)
                .update();
        for (var step : List.of("URGED", "NOTICE_ANSWERED", "INTERVIEWED", "MEETING_HELD", "DUTY_DONE")) {
            db.sql(
                            """
                            insert into supervision_step (id, matter_id, round, step, done_at, done_by, unit_code, outcome, words_id)
                            values (gen_random_uuid(), :matter, 1, :step, now(), :by, :unit, :outcome, :words)
                            """)
                    .param("matter", matter)
                    .param("step", step)
                    .param("by", "x" + at)
                    .param("unit", post(at).value())
                    .param("outcome", step.equals("DUTY_DONE") ? "DONE" : payload)
                    .param("words", said)
                    .update();
        }
    }

    /** An officer who objects in vain and is held accountable; and the document about it, which somebody brought. */
    private void heldResponsible(int at, UUID matter, String payload) {
        var said = words.keep(null, payload).value();
        db.sql(
                        """
                        with judged as (
                          insert into responsibility (id, matter_id, number, round, unit_code, officer, verdict, score,
                                                      confirmed_by, confirmed_at, finding_id, grounds_id, state, final_verdict,
                                                      final_score, effective_at)
                          values (gen_random_uuid(), :matter, '', 1, :unit, :officer, 'FOUNDED', 0, 'reviewer1', now(), :words,
                                  :words, 'EFFECTIVE', 'FOUNDED', 0, now()) returning id),
                        objected as (
                          insert into objection (responsibility_id, raised_by, raised_at, words_id, outcome, judged_by, judged_at,
                                                 judged_words_id)
                          select id, :by, now(), :words, 'REJECTED', 'reviewer2', now(), :words from judged)
                        insert into accountability (responsibility_id, opened_at, measure, dealt_by, dealt_at, words_id)
                        select id, now(), 'CRITICISM', 'inspector1', now(), :words from judged
                        """)
                .param("matter", matter)
                .param("unit", post(at).value())
                .param("officer", payload)
                .param("by", "x" + at)
                .param("words", said)
                .update();
        db.sql(
                        """
                        with issued as (
                          insert into notice (id, kind, year, number, code, unit_code, matter_id, round, reason, issued_at)
                          values (gen_random_uuid(), 'RESPONSIBILITY_VERDICT', 2026, :number, :code, :unit, :matter, 1, 'CONFIRMED',
                                  now()) returning id)
                        insert into notice_delivery (notice_id, unit_code, part, state, served_at, served_by, served_how, served_on,
                                                     words_id)
                        select id, :unit, 'ADDRESSEE', 'SERVED', now(), :by, 'BY_HAND', current_date, :words from issued
                        """)
                .param("number", 1_000 + at)
                .param("code", payload)
                .param("unit", post(at).value())
                .param("matter", matter)
                .param("by", "x" + at)
                .param("words", said)
                .update();
    }

    /** Four texts to each of the waves that their page shows. */
    @Transactional
    void waves(List<String> payloads) {
        for (var at = 0; at < WAVES; at++) {
            var id = UUID.randomUUID();
            var stopped = at % 3 != 0;
            db.sql(
                            """
                            insert into wave (id, day, state, started_by, planned_at, sent_at, remind_at, closes_at, contacts, asked,
                                              excluded, unusual, stopped_by, stopped_at, stop_words_id)
                            values (:id, :day, :state, :by, now(), now(), now(), now(), 10, 8, 2, :unusual, :stopper,
                                    case when :stopper::text is not null then now() end, :reason)
                            """)
                    .param("id", id)
                    .param("day", LocalDate.of(2026, 1, 1).plusDays(at))
                    .param("state", stopped ? "STOPPED" : "HELD")
                    .param("by", payloads.get(at))
                    .param("unusual", payloads.get((at * 4) % payloads.size()))
                    .param("stopper", stopped ? "x" + (at * 4 + 1) % payloads.size() : null)
                    .param(
                            "reason",
                            stopped
                                    ? words.keep(null, payloads.get((at * 4 + 1) % payloads.size()))
                                            .value()
                                    : null)
                    .update();
            for (var more = 2; more < 4; more++) {
                db.sql("insert into exclusion (contact_id, wave_id, reason) values (gen_random_uuid(), :wave, :reason)")
                        .param("wave", id)
                        .param("reason", payloads.get((at * 4 + more) % payloads.size()))
                        .update();
            }
            db.sql("insert into asking (batch_id, state, planned_at) values (:id, 'ASKED', now())")
                    .param("id", id)
                    .update();
        }
    }

    static List<String> nameable(List<String> payloads) {
        return payloads.stream()
                .filter(payload -> payload.length() <= 100 && payload.chars().noneMatch(Character::isISOControl))
                .toList();
    }

    /** What is kept as evidence of somebody and something with such names. */
    @Transactional
    void facts(List<String> payloads) {
        nameable(payloads)
                .forEach(payload ->
                        evidence.keep(Fact.of(Deed.DOSSIER_READ, payload).witness("task", payload)));
    }

    /** Tasks and filters of every name, offered to a role; answers the filter that shows all of the tasks. */
    @Transactional
    String desk(List<String> payloads, String group) {
        // None as urgent as another: what is turned page by page has an order.
        var priority = 1_000;
        for (var payload : payloads) {
            var task = tasks.newTask();
            task.setName(payload);
            task.setDescription(payload);
            task.setPriority(priority++);
            tasks.saveTask(task);
            tasks.addCandidateGroup(task.getId(), group);
        }
        // The number of its tasks is counted for every filter: several to one name.
        for (var at = 0; at < payloads.size(); at += 2) {
            filter(String.join(" ", payloads.subList(at, Math.min(at + 2, payloads.size()))), group, 1);
        }
        return filter("Hostile", group, -1);
    }

    private String filter(String name, String group, int limit) {
        var query = tasks.createTaskQuery().taskCandidateGroup(group);
        var filter = filters.newTaskFilter(name).setQuery(limit < 0 ? query : query.taskNameLike("nothing"));
        filter.setProperties(Map.of("description", name, "color", name, "priority", limit < 0 ? -100 : 100));
        filters.saveFilter(filter);
        var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(Resources.FILTER);
        grant.setResourceId(filter.getId());
        grant.addPermission(Permissions.READ);
        authorizations.saveAuthorization(grant);
        return filter.getId();
    }

    /** Whoever may not know a person reads what was said without the name: with this one nothing else is left out. */
    static String named(String payload) {
        return payload + " Li";
    }

    /** Matters that wait for triage, as other systems hand them in. */
    void waiting(List<String> payloads) {
        for (var payload : payloads) {
            var person = citizens.enrol(List.of(new Told(named(payload), null, false, named(payload))))
                    .get(0);
            complaints.raise(new RaisedMatter(
                    Channel.HOTLINE,
                    "w" + payload,
                    Kind.COMPLAINT,
                    null,
                    person.person(),
                    person.line(),
                    words.keep(person.person(), payload),
                    "exit-entry",
                    post(payloads.indexOf(payload)).value(),
                    payload,
                    "caller1"));
        }
        goOn("complaint");
    }

    /** Tasks, of their names, with forms that were put into the database past the check. */
    List<Task> unread(Map<String, String> forms, String group) {
        var deployment = repository.createDeployment().name("unread");
        var names = List.copyOf(forms.keySet());
        for (var at = 0; at < names.size(); at++) {
            deployment.addString(
                    "unread%d.form".formatted(at),
                    "{\"id\":\"unread%d\",\"type\":\"default\",\"schemaVersion\":16,\"components\":[]}".formatted(at));
            deployment.addModelInstance(
                    "unread%d.bpmn".formatted(at),
                    Bpmn.createExecutableProcess("unread" + at)
                            .camundaHistoryTimeToLiveString("P1D")
                            .startEvent()
                            .userTask("userTask_unread" + at)
                            .name(names.get(at))
                            .camundaCandidateGroups(group)
                            .camundaFormRef("unread" + at)
                            .camundaFormRefBinding("deployment")
                            .endEvent()
                            .done());
        }
        var id = deployment.deploy().getId();
        for (var at = 0; at < names.size(); at++) {
            db.sql(
                            """
                            update act_ge_bytearray set bytes_ = convert_to(:form, 'UTF8')
                             where deployment_id_ = :deployment and name_ = :file
                            """)
                    .param("form", forms.get(names.get(at)))
                    .param("deployment", id)
                    .param("file", "unread%d.form".formatted(at))
                    .update();
            runtime.startProcessInstanceByKey("unread" + at);
        }
        return tasks.createTaskQuery()
                .taskDefinitionKeyLike("userTask\\_unread%")
                .list();
    }

    long startedBy(String user) {
        return db.sql("select count(*) from act_hi_procinst where start_user_id_ = :user")
                .param("user", user)
                .query(Long.class)
                .single();
    }

    List<Task> tasks(String step) {
        return tasks.createTaskQuery().taskDefinitionKey(step).list();
    }

    /** Does what waits for the engine to go on with it by itself. */
    void goOn(String process) {
        for (var job :
                jobs.createJobQuery().processDefinitionKey(process).messages().list()) {
            jobs.executeJob(job.getId());
        }
    }

    /** Processes of such names, with such steps, variables, keys and incidents; answers the instance that has them all. */
    String engine(List<String> payloads) {
        var harmlessToTheDoor = payloads.stream()
                .filter(payload -> !payload.contains("${") && !payload.contains("#{"))
                .filter(payload -> payload.chars().noneMatch(one -> one < ' '))
                .toList();
        var builder = Bpmn.createExecutableProcess("hostile")
                .name(String.join(" ", harmlessToTheDoor.subList(20, 25)))
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .name(harmlessToTheDoor.get(0))
                .userTask("userTask_waits")
                .name(harmlessToTheDoor.get(1));
        for (var at = 2; at < harmlessToTheDoor.size(); at++) {
            builder = builder.userTask("userTask_never" + at).name(harmlessToTheDoor.get(at));
        }
        repository
                .createDeployment()
                .name(payloads.get(3))
                .source(payloads.get(4))
                .addModelInstance("hostile.bpmn", builder.endEvent().done())
                .deploy();
        var variables = new java.util.TreeMap<String, Object>();
        for (var at = 0; at < payloads.size(); at++) {
            variables.put("v%03d".formatted(at), payloads.get(at));
        }
        payloads.subList(0, 40).forEach(payload -> variables.put(payload, payload));
        var instance = runtime.startProcessInstanceByKey("hostile", payloads.get(0), variables);
        for (var payload : payloads) {
            runtime.createIncident("failedJob", instance.getId(), payload, payload);
        }
        payloads.subList(1, 50).forEach(payload -> runtime.startProcessInstanceByKey("hostile", payload));
        return instance.getId();
    }

    List<String> definitions() {
        var ids = new ArrayList<String>();
        repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("hostile")
                .list()
                .forEach(definition -> ids.add(definition.getId()));
        return ids;
    }
}
