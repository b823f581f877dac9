package org.minyi.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is put into the parameters of an endpoint. Whoever adds an endpoint says here what its parameters are; until then
 * the build fails.
 */
final class Blanks {

    /** Parts of the matter that is asked about start with #; all else is the same for every matter. */
    private static final Map<String, String> IN_PATHS = Map.ofEntries(
            // ours
            Map.entry("tasks/taskId", "#task"),
            Map.entry("tasks/task", "#task"),
            Map.entry("matters/matter", "#complaint"),
            Map.entry("documents/id", "#document"),
            Map.entry("attachments/id", "#handedIn"),
            Map.entry("holds/id", "#complaint"),
            Map.entry("waves/id", "#complaint"),
            Map.entry("sms/link", "none"),
            Map.entry("counter/language", "en"),
            Map.entry("a/token", "none"),
            Map.entry("answers/token", "none"),
            Map.entry("services/code", "complaint.json"),
            Map.entry("requests/id", "#number.json"),
            Map.entry("phone/exchange", "none"),
            Map.entry("exchange/peer", "none"),
            Map.entry("imports/id", "#complaint"),
            Map.entry("years/year", "2026"),
            Map.entry("versions/version", "1"),
            Map.entry("instances/id", "#instance"),
            Map.entry("second-factors/user", "nosuchuser"),
            // the matter's own parts, as the engine calls them
            Map.entry("task/id", "#task"),
            Map.entry("process-instance/id", "#instance"),
            Map.entry("execution/id", "#execution"),
            Map.entry("variable-instance/id", "#variable"),
            Map.entry("activity-instance/id", "#activity"),
            Map.entry("detail/id", "#detail"),
            Map.entry("job/id", "#job"),
            Map.entry("job-log/id", "#jobLog"),
            Map.entry("decision-instance/id", "#decision"),
            Map.entry("attachment/attachmentId", "#attachment"),
            Map.entry("comment/commentId", "#comment"),
            Map.entry("user-operation/operationId", "#operation"),
            Map.entry("variables/varId", "matterNumber"),
            Map.entry("localVariables/varId", "matterNumber"),
            Map.entry("messageSubscriptions/messageName", "workorder.answer-received"),
            // the drawings' and tables'
            Map.entry("process-definition/id", "#definition"),
            Map.entry("process-definition/processDefinitionId", "#definition"),
            Map.entry("deployment/id", "#deployment"),
            Map.entry("job-definition/id", "#jobDefinition"),
            Map.entry("decision-definition/id", "#decisionDefinition"),
            Map.entry("key/key", "work-order"),
            Map.entry("resources/resourceId", "none"),
            Map.entry("decision-requirements-definition/id", "none"),
            // what there is none of: no cases, tenants, workers, batches, incidents
            Map.entry("case-definition/id", "none"),
            Map.entry("case-execution/id", "none"),
            Map.entry("case-instance/id", "none"),
            Map.entry("case-activity-instance/id", "none"),
            Map.entry("tenant-id/tenant-id", "none"),
            Map.entry("tenant-id/tenantId", "none"),
            Map.entry("tenant/id", "none"),
            Map.entry("external-task/id", "#execution"),
            Map.entry("external-task-log/id", "none"),
            Map.entry("batch/id", "none"),
            Map.entry("incident/id", "#incident"),
            // everybody's
            Map.entry("filter/id", "#filter"),
            Map.entry("authorization/id", "none"),
            Map.entry("group/id", "nosuchgroup"),
            Map.entry("group-members/groupId", "nosuchgroup"),
            Map.entry("members/userId", "nosuchuser"),
            Map.entry("user-members/userId", "nosuchuser"),
            Map.entry("user/id", "nosuchuser"),
            Map.entry("metrics/name", "activity-instance-start"),
            // which engine, which web app
            Map.entry("engine/name", "default"),
            Map.entry("user/processEngineName", "default"),
            Map.entry("login/appName", "tasklist"),
            Map.entry("setup/engine", "default"),
            Map.entry("base/engine", "default"),
            Map.entry("adminPlugins/engine", "default"),
            Map.entry("static/file", "none"));

    /** What is asked after the question mark, for endpoints that answer to it; asked besides the plain address. */
    private static final Map<String, List<String>> AFTER_PATHS = Map.ofEntries(
            Map.entry("/board/api/matters", List.of("number=#number", "open=true")),
            Map.entry("/hotline/api/extension", List.of("user=nosuchuser")),
            Map.entry("/dossier/api/cards", List.of("tasks=#task")),
            Map.entry("/audit/api/facts", List.of("before=100000")),
            Map.entry("/calendar/api/years/{year}", List.of("unit=990101000000")),
            Map.entry("/api/complaints", List.of("channel=12345&reference=#reference")),
            Map.entry("/history/api/instances", List.of("number=#number")),
            Map.entry("/history/api/instances.xlsx", List.of("number=#number")),
            Map.entry("/history/api/instances.csv", List.of("number=#number")));

    /** Parts that are no matter's own. */
    private static final Set<String> EVERYBODYS =
            Set.of("user", "definition", "filter", "deployment", "jobDefinition", "decisionDefinition");

    private static final Pattern PART = Pattern.compile("#([A-Za-z]+)");

    private Blanks() {}

    /** The parameters of its path and question that nobody explained. */
    static List<String> unexplained(Endpoint endpoint, List<String> wanted) {
        var missing = new ArrayList<>(endpoint.blanks().stream()
                .filter(blank -> !IN_PATHS.containsKey(blank))
                .toList());
        var asked = String.join("&", AFTER_PATHS.getOrDefault(endpoint.path(), List.of()));
        wanted.stream().filter(name -> !asked.contains(name + "=")).forEach(missing::add);
        return missing;
    }

    /** The address with the names of parts in it, and the same with each of its questions. */
    static List<String> templates(Endpoint endpoint) {
        var path = endpoint.path();
        for (var blank : endpoint.blanks()) {
            var name = blank.substring(blank.indexOf('/') + 1);
            path = path.replaceFirst(Pattern.quote("/{" + name + "}"), "/" + IN_PATHS.get(blank));
        }
        if (endpoint.isOfATask() && !endpoint.reads()) {
            path = path.replace("/matterNumber", "/#field");
        }
        var all = new ArrayList<>(List.of(path));
        for (var question : AFTER_PATHS.getOrDefault(endpoint.path(), List.of())) {
            all.add(path + "?" + question);
        }
        return all;
    }

    static boolean namesAMatter(String template) {
        return parts(template).anyMatch(part -> !EVERYBODYS.contains(part));
    }

    /** Whether the matter has all that is asked for: one that is closed has no task. */
    static boolean canFill(String template, Matter matter) {
        return parts(template)
                .allMatch(part -> part.equals("user") || matter.parts().containsKey(part));
    }

    static String filled(String template, Matter matter, String user) {
        return PART.matcher(template)
                .replaceAll(part ->
                        part.group(1).equals("user") ? user : matter.parts().get(part.group(1)));
    }

    private static Stream<String> parts(String template) {
        return PART.matcher(template).results().map(part -> part.group(1));
    }
}
