package org.minyi.desk.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minyi.MinyiTest;
import org.minyi.desk.Logins;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.SerializationUtils;

/**
 * The engine's own routes that move, read or end what is not a person's own: asked by everybody who does a day's work,
 * about a matter that lies with somebody else.
 */
@MinyiTest
class RoutesTest {

    /** Method, path, body; INSTANCE, EXECUTION, TASK, DEFINITION, DEPLOYMENT, JOB and JOBDEF are another desk's. */
    private static final List<String> ROUTES = List.of(
            "POST /process-instance/INSTANCE/modification {'instructions':[{'type':'cancel','activityId':'t'}]}",
            "POST /process-instance/INSTANCE/modification-async {'instructions':[{'type':'cancel','activityId':'t'}]}",
            "POST /modification/execute {'processDefinitionId':'DEFINITION','processInstanceIds':['INSTANCE'],'instructions':[{'type':'cancel','activityId':'t'}]}",
            "POST /modification/executeAsync {'processDefinitionId':'DEFINITION','processInstanceIds':['INSTANCE'],'instructions':[{'type':'cancel','activityId':'t'}]}",
            "POST /migration/execute {'migrationPlan':{'sourceProcessDefinitionId':'DEFINITION','targetProcessDefinitionId':'DEFINITION','instructions':[{'sourceActivityIds':['t'],'targetActivityIds':['t']}]},'processInstanceIds':['INSTANCE']}",
            "POST /migration/executeAsync {'migrationPlan':{'sourceProcessDefinitionId':'DEFINITION','targetProcessDefinitionId':'DEFINITION','instructions':[{'sourceActivityIds':['t'],'targetActivityIds':['t']}]},'processInstanceIds':['INSTANCE']}",
            "POST /process-definition/DEFINITION/restart {'processInstanceIds':['INSTANCE'],'instructions':[{'type':'startBeforeActivity','activityId':'t'}]}",
            "POST /process-definition/DEFINITION/start {}",
            "POST /process-definition/DEFINITION/submit-form {'variables':{}}",
            "PUT /process-definition/DEFINITION/suspended {'suspended':true,'includeProcessInstances':true}",
            "PUT /process-definition/DEFINITION/history-time-to-live {'historyTimeToLive':0}",
            "DELETE /process-definition/DEFINITION?cascade=true -",
            "DELETE /process-definition/key/closed?cascade=true -",
            "DELETE /deployment/DEPLOYMENT?cascade=true -",
            "POST /deployment/DEPLOYMENT/redeploy {}",
            "GET /deployment/DEPLOYMENT/resources -",
            "POST /message {'messageName':'never','processInstanceId':'INSTANCE'}",
            "POST /message {'messageName':'never','all':true,'processVariables':{'x':{'value':1}}}",
            "POST /signal {'name':'never'}",
            "POST /signal {'name':'never','executionId':'EXECUTION'}",
            "POST /condition {'variables':{'x':{'value':1}}}",
            "POST /execution/EXECUTION/signal {}",
            "POST /execution/EXECUTION/messageSubscriptions/never/trigger {}",
            "GET /execution/EXECUTION/localVariables -",
            "PUT /execution/EXECUTION/localVariables/x {'value':1}",
            "POST /execution/EXECUTION/localVariables {'modifications':{'x':{'value':1}}}",
            "DELETE /execution/EXECUTION/localVariables/secret -",
            "POST /execution/EXECUTION/create-incident {'incidentType':'x'}",
            "GET /process-instance/INSTANCE -",
            "GET /process-instance/INSTANCE/variables -",
            "GET /process-instance/INSTANCE/variables/secret -",
            "GET /process-instance/INSTANCE/variables/secret/data -",
            "GET /process-instance/INSTANCE/activity-instances -",
            "PUT /process-instance/INSTANCE/variables/secret {'value':1}",
            "PUT /process-instance/INSTANCE/variables/o {'value':'rO0ABQ==','type':'Object','valueInfo':{'objectTypeName':'x','serializationDataFormat':'application/x-java-serialized-object'}}",
            "POST /process-instance/INSTANCE/variables {'deletions':['secret']}",
            "DELETE /process-instance/INSTANCE/variables/secret -",
            "DELETE /process-instance/INSTANCE -",
            "PUT /process-instance/INSTANCE/suspended {'suspended':true}",
            "PUT /process-instance/suspended {'suspended':true,'processDefinitionId':'DEFINITION'}",
            "POST /process-instance/delete {'processInstanceIds':['INSTANCE'],'deleteReason':'x'}",
            "POST /process-instance/delete-historic-query-based {'historicProcessInstanceQuery':{}}",
            "POST /process-instance/job-retries {'retries':0,'processInstances':['INSTANCE']}",
            "POST /process-instance/variables-async {'processInstanceIds':['INSTANCE'],'variables':{'x':{'value':1}}}",
            "POST /process-instance/message-async {'messageName':'never','processInstanceIds':['INSTANCE']}",
            "GET /task/TASK -",
            "GET /task/TASK/form -",
            "GET /task/TASK/form-variables -",
            "GET /task/TASK/deployed-form -",
            "GET /task/TASK/rendered-form -",
            "GET /task/TASK/variables -",
            "GET /task/TASK/localVariables -",
            "PUT /task/TASK/variables/secret {'value':1}",
            "PUT /task/TASK/localVariables/secret {'value':1}",
            "DELETE /task/TASK/variables/secret -",
            "GET /task/TASK/identity-links -",
            "POST /task/TASK/identity-links {'userId':'USER','type':'candidate'}",
            "POST /task/TASK/identity-links/delete {'groupId':'inspector','type':'candidate'}",
            "GET /task/TASK/comment -",
            "POST /task/TASK/comment/create {'message':'x'}",
            "GET /task/TASK/attachment -",
            "POST /task/TASK/claim {'userId':'USER'}",
            "POST /task/TASK/unclaim {}",
            "POST /task/TASK/assignee {'userId':'USER'}",
            "POST /task/TASK/delegate {'userId':'USER'}",
            "POST /task/TASK/resolve {}",
            "POST /task/TASK/complete {}",
            "POST /task/TASK/submit-form {'variables':{}}",
            "POST /task/TASK/bpmnError {'errorCode':'x'}",
            "POST /task/TASK/bpmnEscalation {'escalationCode':'x'}",
            "PUT /task/TASK/ {'name':'x'}",
            "DELETE /task/TASK -",
            "POST /task/create {'id':'made','name':'x'}",
            "GET /job/JOB -",
            "POST /job/JOB/execute {}",
            "PUT /job/JOB/retries {'retries':0}",
            "PUT /job/JOB/priority {'priority':1}",
            "PUT /job/JOB/duedate {'duedate':null}",
            "POST /job/JOB/duedate/recalculate {}",
            "PUT /job/JOB/suspended {'suspended':true}",
            "DELETE /job/JOB -",
            "GET /job/JOB/stacktrace -",
            "POST /job/retries {'retries':0,'jobIds':['JOB']}",
            "PUT /job/suspended {'suspended':true,'processDefinitionId':'DEFINITION'}",
            "PUT /job-definition/JOBDEF/retries {'retries':0}",
            "PUT /job-definition/JOBDEF/suspended {'suspended':true}",
            "PUT /job-definition/JOBDEF/jobPriority {'priority':1}",
            "POST /external-task/fetchAndLock {'workerId':'w','maxTasks':1,'topics':[{'topicName':'x','lockDuration':1000}]}",
            "PUT /external-task/retries {'retries':0,'externalTaskIds':['x'],'processInstanceIds':['INSTANCE']}",
            "POST /user/create {'profile':{'id':'x'},'credentials':{'password':'x'}}",
            "PUT /user/admin1/profile {'id':'admin1','firstName':'x'}",
            "PUT /user/admin1/credentials {'password':'xxxxxxxxxxxx'}",
            "POST /user/admin1/unlock {}",
            "DELETE /user/admin1 -",
            "POST /group/create {'id':'x','name':'x'}",
            "PUT /group/administrator/members/USER -",
            "DELETE /group/administrator -",
            "POST /tenant/create {'id':'x','name':'x'}",
            "POST /authorization/create {'type':1,'permissions':['ALL'],'userId':'USER','resourceType':7,'resourceId':'*'}",
            "POST /history/cleanup?immediatelyDue=true {}",
            "DELETE /history/process-instance/INSTANCE -",
            "POST /history/process-instance/delete {'historicProcessInstanceIds':['INSTANCE']}",
            "POST /history/process-instance/set-removal-time {'clearedRemovalTime':true,'historicProcessInstanceIds':['INSTANCE']}",
            "DELETE /history/process-instance/INSTANCE/variable-instances -",
            "GET /history/process-instance/INSTANCE -",
            "PUT /history/user-operation/x/set-annotation {'annotation':'x'}",
            "POST /history/decision-instance/delete {'historicDecisionInstanceQuery':{}}",
            "DELETE /metrics/task-worker -",
            "DELETE /metrics -",
            "POST /telemetry/configuration {'enableTelemetry':true}",
            "GET /telemetry/data -",
            "GET /schema/log -",
            "POST /decision-definition/key/jurisdiction/evaluate {'variables':{}}",
            "POST /event-subscription {}");

    /** Answered, with nothing: no worker's task is anybody's, there is no telemetry, and the log of the schema is empty. */
    private static final Set<String> HARMLESS =
            Set.of("/external-task/fetchAndLock", "/telemetry/configuration", "/schema/log");

    /** An empty list, as Java writes it. */
    private static final String LIST =
            Base64.getEncoder().encodeToString(SerializationUtils.serialize(new ArrayList<String>()));

    private static final List<String> OBJECTS = List.of(
            "{'value':'" + LIST
                    + "','type':'Object','valueInfo':{'objectTypeName':'java.util.ArrayList','serializationDataFormat':'application/x-java-serialized-object'}}",
            "{'value':'" + LIST
                    + "','type':'object','valueInfo':{'objectTypeName':'x','serializationDataFormat':'application/x-java-serialized-object'}}");

    @Autowired
    TestRestTemplate browser;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService jobs;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @BeforeEach
    void a_small_city() {
        SmallCity.standsIn(organisation, units);
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer1", "leader1", "triage1"})
    void nobody_at_work_reaches_what_lies_on_anothers_desk(String user) {
        logins.give(List.of(user), "minyi");
        var deployment = repository
                .createDeployment()
                .addModelInstance(
                        "closed.bpmn",
                        Bpmn.createExecutableProcess("closed")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask("t")
                                .camundaCandidateGroups("inspector")
                                .boundaryEvent("b")
                                .timerWithDuration("P30D")
                                .endEvent()
                                .moveToActivity("t")
                                .endEvent()
                                .done())
                .deployWithResult();
        var definition = deployment.getDeployedProcessDefinitions().get(0).getId();
        var instance = runtime.startProcessInstanceById(definition, Map.of("secret", "of another desk"));
        var retries = jobs.createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getRetries();
        var reached = new ArrayList<String>();
        for (var route : ROUTES) {
            var words = route.replace("INSTANCE", instance.getId())
                    .replace("EXECUTION", instance.getId())
                    .replace(
                            "TASK",
                            tasks.createTaskQuery()
                                    .processInstanceId(instance.getId())
                                    .singleResult()
                                    .getId())
                    .replace("DEFINITION", definition)
                    .replace("DEPLOYMENT", deployment.getId())
                    .replace(
                            "JOBDEF",
                            jobs.createJobDefinitionQuery()
                                    .processDefinitionId(definition)
                                    .singleResult()
                                    .getId())
                    .replace(
                            "JOB",
                            jobs.createJobQuery()
                                    .processInstanceId(instance.getId())
                                    .singleResult()
                                    .getId())
                    .replace("USER", user)
                    .split(" ", 3);
            var status = ask(user, words[0], words[1], words[2]);
            // Some refusals come as 500: the engine's way to say that our word stopped a step in its middle.
            if (status < 400 && !HARMLESS.contains(words[1])) {
                reached.add(status + " " + route);
            }
            var as = assertThat(runtime.getVariables(instance.getId())).as(route);
            as.containsExactly(Map.entry("secret", "of another desk"));
            assertThat(tasks.createTaskQuery()
                            .processInstanceId(instance.getId())
                            .taskUnassigned()
                            .active()
                            .count())
                    .as(route)
                    .isEqualTo(1);
            assertThat(jobs.createJobQuery()
                            .processInstanceId(instance.getId())
                            .active()
                            .singleResult()
                            .getRetries())
                    .as(route)
                    .isEqualTo(retries);
        }
        assertThat(reached).isEmpty();
        repository.deleteDeployment(deployment.getId(), true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer1", "owner1", "auditor1", "admin1", "director1"})
    void nobody_at_all_cleans_the_history(String user) {
        logins.give(List.of(user), "minyi");

        assertThat(ask(user, "POST", "/history/cleanup?immediatelyDue=true", "{}"))
                .isEqualTo(403);
        assertThat(ask(
                        user,
                        "POST",
                        "/history/process-instance/set-removal-time",
                        "{'clearedRemovalTime':true,'historicProcessInstanceQuery':{}}"))
                .isBetween(400, 403);
        assertThat(ask(user, "POST", "/history/process-instance/delete", "{'historicProcessInstanceQuery':{}}"))
                .isBetween(400, 403);
    }

    @Test
    void of_what_is_answered_to_an_officer_nothing_is_told() {
        logins.give(List.of("officer1"), "minyi");
        var officer = browser.withBasicAuth("officer1", "minyi");

        assertThat(officer.getForObject("/engine-rest/schema/log", String.class))
                .isEqualTo("[]");
        assertThat(officer.getForObject("/engine-rest/event-subscription", String.class))
                .isEqualTo("[]");
        assertThat(officer.getForObject("/engine-rest/variable-instance", String.class))
                .isEqualTo("[]");
        assertThat(officer.getForObject("/engine-rest/job", String.class)).isEqualTo("[]");
        assertThat(officer.getForObject("/engine-rest/batch", String.class)).isEqualTo("[]");
        assertThat(officer.getForObject("/engine-rest/incident", String.class)).isEqualTo("[]");
        assertThat(officer.getForObject("/engine-rest/history/user-operation", String.class))
                .isEqualTo("[]");
    }

    /** Whoever holds a task may send what its form asks for; never an object of a class they name. */
    @Test
    void a_form_takes_no_java_object_from_whoever_holds_its_task() {
        logins.give(List.of("caller1"), "minyi");
        var deployment = repository
                .createDeployment()
                .addModelInstance(
                        "held.bpmn",
                        Bpmn.createExecutableProcess("held")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask("t")
                                .camundaCandidateGroups("caller")
                                .camundaFormRef("held")
                                .camundaFormRefBinding("deployment")
                                .endEvent()
                                .done())
                .addString(
                        "held.form",
                        "{\"id\":\"held\",\"type\":\"default\",\"schemaVersion\":16,\"components\":["
                                + "{\"id\":\"o\",\"key\":\"o\",\"type\":\"textfield\",\"label\":\"O\"}]}")
                .deployWithResult();
        var instance = runtime.startProcessInstanceById(
                deployment.getDeployedProcessDefinitions().get(0).getId());
        var task = "/task/"
                + tasks.createTaskQuery()
                        .processInstanceId(instance.getId())
                        .singleResult()
                        .getId();
        assertThat(ask("caller1", "POST", task + "/claim", "{'userId':'caller1'}"))
                .isEqualTo(204);

        for (var way : List.of("submit-form", "complete", "resolve")) {
            for (var object : OBJECTS) {
                assertThat(ask("caller1", "POST", task + "/" + way, "{'variables':{'o':" + object + "}}"))
                        .as("%s %s", way, object)
                        .isBetween(400, 500);
                assertThat(runtime.getVariables(instance.getId())).isEmpty();
            }
        }
        assertThat(ask("caller1", "POST", task + "/submit-form", "{'variables':{'o':{'value':'a text'}}}"))
                .as("the same field with a text")
                .isEqualTo(204);
        repository.deleteDeployment(deployment.getId(), true);
    }

    private int ask(String user, String method, String path, String body) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setAccept(List.of(MediaType.APPLICATION_JSON, MediaType.ALL));
        var entity =
                body.startsWith("{") ? new HttpEntity<>(body.replace('\'', '"'), headers) : new HttpEntity<>(headers);
        return browser.withBasicAuth(user, "minyi")
                .exchange("/engine-rest" + path, HttpMethod.valueOf(method), entity, String.class)
                .getStatusCode()
                .value();
    }
}
