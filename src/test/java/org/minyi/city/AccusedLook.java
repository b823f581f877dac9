package org.minyi.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.minyi.LoggedIn;

/** Everything that one person can get to see: the engine by both of its doors, the pages, the dossiers of their matters. */
final class AccusedLook {

    /** What the engine lists. Every one is asked for its list and for its count. */
    private static final List<String> LISTS = List.of(
            "/task",
            "/process-instance",
            "/execution",
            "/variable-instance",
            "/job",
            "/job-definition",
            "/incident",
            "/external-task",
            "/event-subscription",
            "/filter",
            "/case-instance",
            "/case-execution",
            "/process-definition",
            "/decision-definition",
            "/decision-requirements-definition",
            "/case-definition",
            "/deployment",
            "/user",
            "/group",
            "/tenant",
            "/authorization",
            "/batch",
            "/schema/log",
            "/history/process-instance",
            "/history/activity-instance",
            "/history/case-instance",
            "/history/case-activity-instance",
            "/history/task",
            "/history/variable-instance",
            "/history/detail",
            "/history/incident",
            "/history/job-log",
            "/history/user-operation",
            "/history/decision-instance",
            "/history/identity-link-log",
            "/history/external-task-log",
            "/history/batch");

    /** What it tells besides. */
    private static final List<String> OTHERS = List.of(
            "/task/report/candidate-group-count",
            "/process-definition/statistics",
            "/process-definition?latest=true&startableInTasklist=true",
            "/batch/statistics",
            "/history/task/report?reportType=count&groupBy=taskName",
            "/history/cleanup/job",
            "/history/cleanup/configuration",
            "/history/detail?deserializeValues=true&formFields=true",
            "/history/detail?variableUpdates=true",
            "/variable-instance?deserializeValues=true",
            "/identity/groups?userId=caller1",
            "/user/caller1/profile",
            "/engine",
            "/version",
            "/telemetry/configuration",
            "/metrics?maxResults=200");

    private static final List<String> OF_A_TASK = List.of(
            "",
            "/variables",
            "/localVariables",
            "/form",
            "/form-variables",
            "/deployed-form",
            "/rendered-form",
            "/identity-links",
            "/comment",
            "/attachment");

    private static final List<String> PAGES = List.of(
            "/",
            "/board/matters",
            "/board/api/matters?open=true",
            "/board/api/matters?open=false",
            "/survey/waves",
            "/survey/api/waves",
            "/audit",
            "/audit/api",
            "/audit/api/facts",
            "/dossier/api/cards?tasks=x",
            "/custody/api/requests",
            "/custody/holds",
            "/custody/api/holds",
            "/calendar",
            "/calendar/api",
            "/calendar/api/years/2026",
            "/api/complaints?channel=12345&reference=K400",
            "/camunda/app/tasklist/default/",
            "/camunda/app/cockpit/default/",
            "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
            "/camunda/api/cockpit/plugin/base/default/process-instance?firstResult=0&maxResults=500",
            "/camunda/api/cockpit/plugin/base/default/incident?firstResult=0&maxResults=500",
            "/camunda/api/tasklist/plugin/tasklistPlugins",
            "/camunda/api/admin/plugin/adminPlugins/default/metrics",
            "/error");

    private static final Pattern DOCUMENT = Pattern.compile("\"document\":\"([0-9a-f-]{36})\"");

    private final Http http;
    private final LoggedIn session;
    private final String user;
    private final Haystack haystack;

    AccusedLook(Http http, LoggedIn session, String user, Haystack haystack) {
        this.http = http;
        this.session = session;
        this.user = user;
        this.haystack = haystack;
    }

    /** Lists, counts and whatever belongs to each of the tasks in the list. */
    void engine(String door, boolean withPassword) {
        for (var list : LISTS) {
            look(door + list + "?maxResults=1000", withPassword);
            look(door + list + "/count", withPassword);
        }
        OTHERS.forEach(path -> look(door + path, withPassword));
        for (var filter : http.get("/engine-rest/filter?itemCount=true", user)) {
            var path = door + "/filter/" + filter.get("id").asText();
            look(path + "/list?maxResults=1000", withPassword);
            look(path + "/count", withPassword);
            look(path, withPassword);
        }
        var seen = new LinkedHashMap<String, Integer>();
        for (var task : http.get("/engine-rest/task?maxResults=1000", user)) {
            var often = seen.merge(task.get("taskDefinitionKey").asText(), 1, Integer::sum);
            for (var part : often <= 3 ? OF_A_TASK : List.of("/form-variables")) {
                look(door + "/task/" + task.get("id").asText() + part, withPassword);
            }
            if (often <= 3) {
                ofAnInstance(door, task.get("processInstanceId").asText(), withPassword);
            }
        }
    }

    private void ofAnInstance(String door, String instance, boolean withPassword) {
        for (var path : List.of(
                "/process-instance/%s",
                "/process-instance/%s/variables",
                "/process-instance/%s/activity-instances",
                "/process-instance/%s/comment",
                "/history/process-instance/%s",
                "/history/process-instance/%s/comment",
                "/history/detail?processInstanceId=%s",
                "/history/variable-instance?processInstanceId=%s",
                "/history/activity-instance?processInstanceId=%s")) {
            look(door + path.formatted(instance), withPassword);
        }
    }

    void pages() {
        PAGES.forEach(path -> look(path, false));
        PAGES.forEach(path -> look(path, true));
    }

    /** The history of their own matters, one by one and as files; answers how many there are on the first page. */
    int history() {
        look("/history/api/choices", true);
        haystack.look("/history/api/instances.csv", http.file("/history/api/instances.csv", user));
        sheet(http.file("/history/api/instances.xlsx", user));
        var page = http.get("/history/api/instances", user);
        haystack.look("/history/api/instances", page.toString());
        var instances = new TreeSet<>(page.findValuesAsText("id"));
        instances.forEach(instance -> look("/history/api/instances/" + instance, true));
        return instances.size();
    }

    private void sheet(byte[] xlsx) {
        try {
            var file = Files.createTempFile("history", ".xlsx");
            Files.write(file, xlsx);
            try (var parts = new ZipFile(file.toFile())) {
                for (var part : Collections.list(parts.entries())) {
                    haystack.look(
                            "/history/api/instances.xlsx " + part.getName(),
                            parts.getInputStream(part).readAllBytes());
                }
            }
            Files.delete(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Every matter of the list, with its dossier. */
    Map<String, String> matters() {
        var dossiers = new LinkedHashMap<String, String>();
        var page = http.get("/board/api/matters", user);
        while (!page.isEmpty()) {
            haystack.look("/board/api/matters", page.toString());
            for (var matter : page) {
                var id = matter.get("id").asText();
                dossiers.put(id, http.all("/board/api/matters/" + id, user));
            }
            page = http.get(
                    "/board/api/matters?before="
                            + page.get(page.size() - 1).get("id").asText(),
                    user);
        }
        return dossiers;
    }

    /** The official documents of a dossier, as text; answers which. Every line of a document is broken somewhere. */
    List<String> documents(String place, String dossier) {
        var ids = DOCUMENT.matcher(dossier)
                .results()
                .map(document -> document.group(1))
                .toList();
        for (var id : ids) {
            try (var document = Loader.loadPDF(http.file("/board/api/documents/" + id, user))) {
                haystack.look(place, new PDFTextStripper().getText(document).replaceAll("\\R", ""));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return ids;
    }

    /** Every task they are offered, with its dossier and its card. */
    Map<String, String> tasks() {
        var dossiers = new LinkedHashMap<String, String>();
        for (var task : http.get("/engine-rest/task?maxResults=1000", user)) {
            var id = task.get("id").asText();
            haystack.look("/dossier/api/cards", http.all("/dossier/api/cards?tasks=" + id, user));
            dossiers.put(id, http.all("/dossier/api/tasks/" + id, user));
        }
        return dossiers;
    }

    /** Somebody who knows the id asks for the dossier; it answers only what the list would show. */
    void guess(String matter) {
        haystack.look("dossier of " + matter, http.all("/board/api/matters/" + matter, user));
    }

    private void look(String path, boolean withPassword) {
        if (withPassword) {
            haystack.look(path, http.all(path, user));
        } else {
            var answer = session.get(path);
            haystack.look(path, answer.headers().map() + answer.body());
        }
    }
}
