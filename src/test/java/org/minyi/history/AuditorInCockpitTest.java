package org.minyi.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minyi.EveryRow;
import org.minyi.LoggedIn;
import org.minyi.MinyiTest;
import org.minyi.desk.Logins;
import org.minyi.organisation.Member;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the auditor's session may do behind Cockpit, asked as Cockpit asks: with the session and its token, and everything
 * that Cockpit has a button for and more; and the same as a script, with the auditor's password. Whatever is answered,
 * nothing in the database is another.
 */
@MinyiTest
@Import(PlayedMatter.class)
class AuditorInCockpitTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String REST = "/engine-rest";

    private static final String AUDITOR =
            "Basic " + Base64.getEncoder().encodeToString("auditor1:minyi".getBytes(StandardCharsets.UTF_8));

    /** Method, path, body; the words in capitals stand for what there is. */
    private static final List<String> ATTACKS = List.of(
            "PUT /process-instance/RUNNING/suspended {'suspended':true}",
            "PUT /process-instance/suspended {'suspended':true,'processDefinitionKey':'complaint'}",
            "POST /process-instance/suspended-async {'suspended':true,'processInstanceIds':['RUNNING']}",
            "DELETE /process-instance/RUNNING -",
            "POST /process-instance/delete {'processInstanceIds':['RUNNING'],'deleteReason':'x'}",
            "POST /process-instance/delete-historic-query-based {'historicProcessInstanceQuery':{},'deleteReason':'x'}",
            "POST /process-instance/RUNNING/modification {'instructions':[{'type':'cancel','activityId':'userTask_triage'}]}",
            "POST /process-instance/RUNNING/modification {'instructions':[{'type':'startBeforeActivity','activityId':'userTask_triage'}]}",
            "POST /process-instance/RUNNING/modification-async {'instructions':[{'type':'cancel','activityId':'userTask_triage'}]}",
            "POST /modification/execute {'processDefinitionId':'DEFINITION','processInstanceIds':['RUNNING'],'instructions':[{'type':'cancel','activityId':'userTask_triage'}]}",
            "POST /modification/executeAsync {'processDefinitionId':'DEFINITION','processInstanceIds':['RUNNING'],'instructions':[{'type':'cancel','activityId':'userTask_triage'}]}",
            "PUT /process-instance/RUNNING/variables/matterId {'value':'x','type':'String'}",
            "POST /process-instance/RUNNING/variables {'modifications':{'matterId':{'value':'x','type':'String'}}}",
            "POST /process-instance/RUNNING/variables {'deletions':['matterId']}",
            "DELETE /process-instance/RUNNING/variables/matterId -",
            "POST /process-instance/variables-async {'processInstanceIds':['RUNNING'],'variables':{'x':{'value':1}}}",
            "POST /process-instance/message-async {'messageName':'never','processInstanceIds':['RUNNING']}",
            "POST /process-instance/job-retries {'retries':7,'processInstances':['RUNNING']}",
            "POST /process-instance/job-retries-historic-query-based {'retries':7,'processInstances':['RUNNING']}",
            "PUT /execution/RUNNING/localVariables/matterId {'value':'x','type':'String'}",
            "POST /execution/RUNNING/localVariables {'deletions':['matterId']}",
            "DELETE /execution/RUNNING/localVariables/matterId -",
            "POST /execution/RUNNING/signal {}",
            "POST /execution/RUNNING/create-incident {'incidentType':'x'}",
            "POST /message {'messageName':'never','processInstanceId':'RUNNING'}",
            "POST /signal {'name':'never'}",
            "POST /condition {'variables':{'x':{'value':1}}}",
            "POST /task/TASK/claim {'userId':'auditor1'}",
            "POST /task/TASK/unclaim {}",
            "POST /task/TASK/assignee {'userId':'auditor1'}",
            "POST /task/TASK/delegate {'userId':'auditor1'}",
            "POST /task/TASK/resolve {}",
            "POST /task/TASK/complete {}",
            "POST /task/TASK/submit-form {'variables':{}}",
            "POST /task/TASK/bpmnError {'errorCode':'x'}",
            "POST /task/TASK/identity-links {'userId':'auditor1','type':'candidate'}",
            "POST /task/TASK/identity-links/delete {'groupId':'triage','type':'candidate'}",
            "POST /task/TASK/comment/create {'message':'x'}",
            "POST /task/TASK/attachment/create MULTIPART",
            "PUT /task/TASK/variables/matterId {'value':'x','type':'String'}",
            "PUT /task/TASK/localVariables/x {'value':'x','type':'String'}",
            "PUT /task/TASK {'name':'x'}",
            "DELETE /task/TASK -",
            "POST /task/create {'id':'made','name':'x'}",
            "PUT /job/JOB/retries {'retries':7}",
            "PUT /job/JOB/duedate {'duedate':null}",
            "POST /job/JOB/duedate/recalculate {}",
            "PUT /job/JOB/suspended {'suspended':true}",
            "PUT /job/JOB/priority {'priority':7}",
            "POST /job/JOB/execute {}",
            "DELETE /job/JOB -",
            "POST /job/retries {'retries':7,'jobIds':['JOB']}",
            "PUT /job/suspended {'suspended':true,'processDefinitionKey':'work-order'}",
            "PUT /job-definition/JOBDEF/retries {'retries':7}",
            "PUT /job-definition/JOBDEF/suspended {'suspended':true,'includeJobs':true}",
            "PUT /job-definition/JOBDEF/jobPriority {'priority':7}",
            "PUT /job-definition/suspended {'suspended':true,'processDefinitionKey':'work-order'}",
            "DELETE /deployment/DEPLOYMENT -",
            "DELETE /deployment/DEPLOYMENT?cascade=true&skipCustomListeners=true&skipIoMappings=true -",
            "POST /deployment/DEPLOYMENT/redeploy {}",
            "POST /deployment/create MULTIPART",
            "PUT /process-definition/DEFINITION/suspended {'suspended':true,'includeProcessInstances':true}",
            "PUT /process-definition/suspended {'suspended':true,'processDefinitionKey':'work-order','includeProcessInstances':true}",
            "PUT /process-definition/DEFINITION/history-time-to-live {'historyTimeToLive':0}",
            "DELETE /process-definition/DEFINITION?cascade=true -",
            "DELETE /process-definition/key/work-order?cascade=true -",
            "POST /process-definition/key/complaint/start {}",
            "POST /process-definition/key/complaint/submit-form {'variables':{}}",
            "POST /process-definition/ENDEDDEFINITION/restart {'processInstanceIds':['ENDED'],'instructions':[{'type':'startBeforeActivity','activityId':'userTask_rectify'}]}",
            "POST /process-definition/ENDEDDEFINITION/restart-async {'processInstanceIds':['ENDED'],'instructions':[{'type':'startBeforeActivity','activityId':'userTask_rectify'}]}",
            "PUT /decision-definition/key/escalation-ladder/history-time-to-live {'historyTimeToLive':0}",
            "POST /decision-definition/key/escalation-ladder/evaluate {'variables':{}}",
            "POST /migration/execute {'migrationPlan':{'sourceProcessDefinitionId':'DEFINITION','targetProcessDefinitionId':'DEFINITION','instructions':[{'sourceActivityIds':['userTask_triage'],'targetActivityIds':['userTask_triage']}]},'processInstanceIds':['RUNNING']}",
            "POST /migration/executeAsync {'migrationPlan':{'sourceProcessDefinitionId':'DEFINITION','targetProcessDefinitionId':'DEFINITION','instructions':[{'sourceActivityIds':['userTask_triage'],'targetActivityIds':['userTask_triage']}]},'processInstanceIds':['RUNNING']}",
            "PUT /batch/BATCH/suspended {'suspended':true}",
            "DELETE /batch/BATCH?cascade=true -",
            "DELETE /history/batch/BATCH -",
            "POST /history/batch/set-removal-time {'clearedRemovalTime':true,'historicBatchIds':['BATCH']}",
            "POST /external-task/fetchAndLock {'workerId':'w','maxTasks':1,'topics':[{'topicName':'x','lockDuration':1000}]}",
            "PUT /external-task/retries {'retries':7,'processInstanceIds':['RUNNING']}",
            "DELETE /history/process-instance/ENDED -",
            "DELETE /history/process-instance/ENDED/variable-instances -",
            "POST /history/process-instance/delete {'historicProcessInstanceIds':['ENDED'],'deleteReason':'x'}",
            "POST /history/process-instance/set-removal-time {'absoluteRemovalTime':'2026-01-01T00:00:00.000+0800','historicProcessInstanceIds':['ENDED']}",
            "POST /history/process-instance/set-removal-time {'clearedRemovalTime':true,'historicProcessInstanceQuery':{}}",
            "DELETE /history/variable-instance/VARIABLE -",
            "POST /history/decision-instance/delete {'historicDecisionInstanceQuery':{},'deleteReason':'x'}",
            "POST /history/decision-instance/set-removal-time {'clearedRemovalTime':true,'historicDecisionInstanceQuery':{}}",
            "PUT /history/user-operation/OPERATION/set-annotation {'annotation':'x'}",
            "PUT /history/user-operation/OPERATION/clear-annotation -",
            "POST /history/cleanup?immediatelyDue=true {}",
            "POST /user/create {'profile':{'id':'x','firstName':'x'},'credentials':{'password':'long and unknown'}}",
            "PUT /user/admin1/profile {'id':'admin1','firstName':'x'}",
            "PUT /user/admin1/credentials {'password':'long and unknown'}",
            "POST /user/admin1/unlock {}",
            "DELETE /user/admin1 -",
            "POST /group/create {'id':'x','name':'x'}",
            "PUT /group/processowner/members/auditor1 -",
            "DELETE /group/triage/members/triage1 -",
            "POST /tenant/create {'id':'x','name':'x'}",
            "POST /authorization/create {'type':1,'permissions':['ALL'],'userId':'auditor1','resourceType':8,'resourceId':'*'}",
            "DELETE /authorization/AUTHORIZATION -",
            "POST /filter/create {'resourceType':'Task','name':'x','query':{}}",
            "DELETE /metrics/task-worker -");

    /** Answered, with nothing: there are no workers' tasks. */
    private static final Set<String> HARMLESS = Set.of("/external-task/fetchAndLock");

    private static final List<String> HISTORY = List.of(
            "process-instance",
            "activity-instance",
            "task",
            "variable-instance",
            "detail",
            "user-operation",
            "job-log",
            "decision-instance",
            "identity-link-log");

    private static PlayedMatter.Played ended;
    private static PlayedMatter.Played running;

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void a_matter_that_is_over_one_that_is_answered_and_one_that_begins(
            @Autowired Organisation organisation,
            @Autowired Units units,
            @Autowired Logins logins,
            @Autowired PlayedMatter play,
            @Autowired RuntimeService runtime) {
        if (ended != null) {
            return;
        }
        SmallCity.standsIn(organisation, units);
        logins.give(SmallCity.members().stream().map(Member::userId).toList(), "minyi");
        ended = play.taken(http).untilAsked().answers("1");
        play.taken(http).untilAsked();
        running = play.taken(http);
        runtime.updateProcessInstanceSuspensionState()
                .byProcessInstanceIds(process(running, "complaint"))
                .suspendAsync();
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGINE, REST})
    void the_auditor_changes_nothing(String door) {
        var auditor = LoggedIn.as(port, "auditor1", "minyi");
        var things = things();
        assertThat(things.values()).doesNotContainNull();
        // The session and its token are good, and the password is: a question that is asked by POST is answered.
        assertThat(ask(auditor, door, "POST", "/history/process-instance/count", "{}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask(auditor, door, "POST", "/task/count", "{}").body())
                .isEqualTo("{\"count\":" + one("select count(*)::text from act_ru_task") + "}");

        var before = EveryRow.sums(db);
        var answered = new ArrayList<String>();
        for (var attack : ATTACKS) {
            var words = attack.split(" ", 3);
            for (var thing : things.entrySet()) {
                words[1] = words[1].replaceAll("\\b" + thing.getKey() + "\\b", thing.getValue());
                words[2] = words[2].replaceAll("\\b" + thing.getKey() + "\\b", thing.getValue());
            }
            var answer = ask(auditor, door, words[0], words[1], words[2]);
            if (answer.statusCode() < 400 && !HARMLESS.contains(words[1])) {
                answered.add(answer.statusCode() + " " + attack);
            }
            assertThat(EveryRow.sums(db))
                    .as("%s answered %s %s", attack, answer.statusCode(), answer.body())
                    .isEqualTo(before);
        }
        assertThat(answered).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"leader2", "liaison2", "officer2"})
    void the_engine_tells_another_unit_nothing_of_its_history(String user) {
        var auditor = LoggedIn.as(port, "auditor1", "minyi");
        var person = LoggedIn.as(port, user, "minyi");
        var ids = db.sql("select proc_inst_id_ from act_hi_procinst union select id_ from act_hi_taskinst")
                .query(String.class)
                .list();
        for (var kind : HISTORY) {
            var path = "/history/" + kind;
            assertThat(ask(auditor, "GET", path + "/count", "-").body())
                    .as(kind)
                    .matches("\\{\"count\":[1-9]\\d*}");
            assertThat(ask(person, "GET", path, "-").body()).as(kind).doesNotContain(ids);
        }
        for (var path : List.of(
                "/history/process-instance/" + process(ended, "work-order"),
                "/history/process-definition/" + things().get("ENDEDDEFINITION") + "/statistics?finished=true",
                "/history/process-instance/report?reportType=duration&periodUnit=month",
                "/history/task/report?reportType=duration&periodUnit=month",
                "/history/process-definition/cleanable-process-instance-report")) {
            assertThat(ask(person, "GET", path, "-"))
                    .as(path)
                    .matches(answer ->
                            answer.statusCode() >= 400 || answer.body().equals("[]"));
        }
    }

    @Test
    void our_own_history_tells_the_session_of_a_unit_its_own_and_no_others() {
        var order = process(ended, "work-order");
        for (var user : List.of("leader1", "liaison1", "officer1")) {
            var person = LoggedIn.as(port, user, "minyi");
            assertThat(person.get("/history/api/instances").body()).as(user).contains(order);
            assertThat(person.get("/history/api/instances/" + order).statusCode())
                    .as(user)
                    .isEqualTo(200);
        }
        for (var user : List.of("leader2", "liaison2", "officer2")) {
            var person = LoggedIn.as(port, user, "minyi");
            assertThat(person.get("/history/api/instances").body()).as(user).contains("\"instances\":[]");
            assertThat(person.get("/history/api/instances/" + order).statusCode())
                    .as(user)
                    .isEqualTo(404);
        }
    }

    private HttpResponse<String> ask(LoggedIn person, String method, String path, String body) {
        return ask(person, ENGINE, method, path, body);
    }

    /** By the web apps' door with the person's session and its token, by the scripts' with the auditor's password. */
    private HttpResponse<String> ask(LoggedIn session, String door, String method, String path, String body) {
        var person = door.equals(REST) ? LoggedIn.nobody(port) : session;
        var request = person.request(door + path);
        if (door.equals(REST)) {
            request.header("Authorization", AUDITOR);
        } else {
            request.header("X-XSRF-TOKEN", person.cookie("XSRF-TOKEN").orElseGet(() -> {
                person.get("/camunda/app/welcome/default/");
                return person.cookie("XSRF-TOKEN").orElseThrow();
            }));
        }
        return switch (body) {
            case "-" -> person.send(request.method(method, HttpRequest.BodyPublishers.noBody()));
            case "MULTIPART" ->
                person.send(
                        request.header("Content-Type", "multipart/form-data; boundary=b")
                                .method(
                                        method,
                                        HttpRequest.BodyPublishers.ofString(
                                                """
                                    --b\r
                                    Content-Disposition: form-data; name="deployment-name"\r
                                    \r
                                    x\r
                                    --b\r
                                    Content-Disposition: form-data; name="attachment-name"\r
                                    \r
                                    x\r
                                    --b\r
                                    Content-Disposition: form-data; name="content"; filename="x.form"\r
                                    Content-Type: application/octet-stream\r
                                    \r
                                    {"id":"x","type":"default","schemaVersion":4,"components":[]}\r
                                    --b--\r
                                    """)));
            default ->
                person.send(request.header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
        };
    }

    private Map<String, String> things() {
        return Map.ofEntries(
                Map.entry("RUNNING", process(running, "complaint")),
                Map.entry("ENDED", process(ended, "work-order")),
                Map.entry("DEFINITION", one("select id_ from act_re_procdef where key_ = 'complaint'")),
                Map.entry("ENDEDDEFINITION", one("select id_ from act_re_procdef where key_ = 'work-order'")),
                Map.entry("DEPLOYMENT", one("select deployment_id_ from act_re_procdef where key_ = 'complaint'")),
                Map.entry(
                        "TASK",
                        db.sql("select id_ from act_ru_task where proc_inst_id_ = :complaint")
                                .param("complaint", process(running, "complaint"))
                                .query(String.class)
                                .single()),
                Map.entry("JOB", one("select id_ from act_ru_job where process_def_key_ = 'work-order' limit 1")),
                Map.entry(
                        "JOBDEF",
                        one("select job_def_id_ from act_ru_job where process_def_key_ = 'work-order' limit 1")),
                Map.entry("BATCH", one("select id_ from act_ru_batch")),
                Map.entry("VARIABLE", one("select id_ from act_hi_varinst where name_ = 'matterId' limit 1")),
                Map.entry("OPERATION", one("select operation_id_ from act_hi_op_log order by timestamp_ desc limit 1")),
                Map.entry(
                        "AUTHORIZATION",
                        one("select id_ from act_ru_authorization where group_id_ = 'auditor' limit 1")));
    }

    private String process(PlayedMatter.Played matter, String process) {
        return db.sql(
                        """
                        select p.proc_inst_id_
                          from act_hi_procinst p
                          join act_hi_procinst root on root.proc_inst_id_ = p.root_proc_inst_id_
                         where root.business_key_ = :matter and p.proc_def_key_ = :process
                        """)
                .param("matter", matter.id().toString())
                .param("process", process)
                .query(String.class)
                .single();
    }

    private String one(String sql) {
        return db.sql(sql).query(String.class).single();
    }
}
