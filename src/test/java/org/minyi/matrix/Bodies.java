package org.minyi.matrix;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is sent along. The body of an engine's endpoint is made from the class it is read into: whatever in it can name a
 * matter, names it, and whatever can be done to it is wanted.
 */
final class Bodies {

    /** By the property's name, as JSON. */
    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("processInstanceId", "\"#instance\""),
            Map.entry("processInstanceIds", "\"#instance\""),
            Map.entry("historicProcessInstanceIds", "\"#instance\""),
            Map.entry("historicDecisionInstanceIds", "\"#decision\""),
            Map.entry("historicDecisionInstanceId", "\"#decision\""),
            Map.entry("sourceProcessInstanceId", "\"#instance\""),
            Map.entry("executionId", "\"#execution\""),
            Map.entry("configuration", "\"#execution\""),
            Map.entry("taskId", "\"#task\""),
            Map.entry("parentTaskId", "\"#task\""),
            Map.entry("jobIds", "\"#job\""),
            Map.entry("businessKey", "\"#complaint\""),
            Map.entry("userId", "\"#user\""),
            Map.entry("assignee", "\"#user\""),
            Map.entry("owner", "\"#user\""),
            Map.entry("deleteReason", "\"x\""),
            Map.entry("annotation", "\"matrix-taken-9\""),
            Map.entry("message", "\"matrix-taken-9\""),
            Map.entry("messageName", "\"workorder.answer-received\""),
            Map.entry("signal", "\"x\""),
            Map.entry("name", "\"matrix-taken-9\""),
            Map.entry("errorCode", "\"x\""),
            Map.entry("escalationCode", "\"x\""),
            Map.entry("incidentType", "\"x\""),
            Map.entry("workerId", "\"x\""),
            Map.entry("suspended", "true"),
            Map.entry("includeProcessInstances", "true"),
            Map.entry("retries", "7"),
            Map.entry("priority", "7"),
            Map.entry("duedate", "\"2031-01-01T00:00:00.000+0800\""),
            Map.entry("value", "\"matrix-taken-9\""),
            Map.entry("modifications", "{\"matterNumber\":{\"value\":\"matrix-taken-9\",\"type\":\"String\"}}"),
            Map.entry("variables", "{\"matterNumber\":{\"value\":\"matrix-taken-9\",\"type\":\"String\"}}"),
            Map.entry("instructions", "[{\"type\":\"cancel\",\"activityId\":\"userTask_rectify\"}]"),
            Map.entry("processDefinitionId", "\"#definition\""),
            Map.entry("resourceType", "7"),
            Map.entry("resourceId", "\"#task\""),
            Map.entry("permissions", "[\"ALL\"]"));

    private static final String DAY = "first,work,name,source\\n2031-01-01,rest,a holiday,a notice\\n";

    /** Ours are few. */
    private static final Map<String, String> OURS = Map.of(
            // On a version that never is the newest: who may import days is refused for that alone.
            "POST /calendar/api/versions", "{\"file\":\"" + DAY + "\",\"on\":0,\"reason\":\"a notice\"}",
            "POST /calendar/api/previews", "{\"file\":\"" + DAY + "\"}",
            "POST /custody/api/holds", "{\"matter\":\"#number\",\"reason\":\"a lawsuit\"}",
            "POST /extension/api/requests",
                    "{\"task\":\"#task\",\"kind\":\"EXTENSION\",\"days\":1,\"words\":\"matrix-taken-9\"}",
            "POST /opinion/api/opinions", "{\"matter\":\"#complaint\",\"words\":\"matrix-taken-9\"}",
            "POST /custody/api/requests", "{\"matter\":\"#complaint\",\"reason\":\"who is it\"}",
            "POST /api/complaints",
                    """
                    {"channel":"12345","reference":"#reference","kind":"COMPLAINT","name":"x","phone":"13800000000",
                     "words":"x","business":"household-registration","unit":"990101000000"}""",
            "POST /survey/api/waves/{id}/stop", "{\"reason\":\"enough\"}",
            // Empty: nobody's telephone moves, and no two roles want one extension.
            "POST /hotline/api/extension", "{\"extension\":\"\"}");

    private static final String FILE =
            """
            --x
            Content-Disposition: form-data; name="data"; filename="a"
            Content-Type: text/plain

            matrix-taken-9
            --x--
            """
                    .replace("\n", "\r\n");

    private Bodies() {}

    /** Whether what is sent to an endpoint of ours was thought about: its body is read into a record, which tells nothing. */
    static boolean isExplained(Endpoint endpoint) {
        return OURS.containsKey(endpoint.toString()) || endpoint.body() == null || endpoint.reads();
    }

    static String template(Endpoint endpoint) {
        if (OURS.containsKey(endpoint.toString())) {
            return OURS.get(endpoint.toString());
        }
        if (endpoint.method().equals("GET") || endpoint.method().equals("DELETE")) {
            return "";
        }
        if (endpoint.consumes() != null && endpoint.consumes().startsWith("multipart")) {
            return FILE;
        }
        if (endpoint.body() == null || endpoint.reads()) {
            return "{}";
        }
        var properties = new TreeMap<String, String>();
        Arrays.stream(endpoint.body().getMethods())
                .filter(method -> method.getName().startsWith("set") && method.getParameterCount() == 1)
                .forEach(setter -> {
                    var name = Character.toLowerCase(setter.getName().charAt(3))
                            + setter.getName().substring(4);
                    if (PROPERTIES.containsKey(name)) {
                        properties.put(name, fitting(setter, PROPERTIES.get(name)));
                    }
                });
        if (properties.containsKey("value")) {
            properties.put("type", "\"String\"");
        } else if (endpoint.path().contains("identity-links")) {
            properties.put("type", "\"candidate\"");
        } else if (endpoint.path().endsWith("/authorization/create")) {
            properties.put("type", "1");
        }
        if (endpoint.isOfATask()) {
            properties.replaceAll((name, value) -> value.replace("matterNumber", "#field"));
        }
        return properties.entrySet().stream()
                .map(one -> "\"" + one.getKey() + "\":" + one.getValue())
                .toList()
                .toString()
                .replaceFirst("^\\[", "{")
                .replaceFirst("]$", "}");
    }

    /** One where one is wanted, a list of one where many are. */
    private static String fitting(Method setter, String value) {
        var type = setter.getParameterTypes()[0];
        var many = type.isArray() || Collection.class.isAssignableFrom(type);
        return many && !value.startsWith("[") ? "[" + value + "]" : value;
    }

    static String type(Endpoint endpoint) {
        if (endpoint.consumes() == null || endpoint.consumes().equals("*/*")) {
            return "application/json";
        }
        return endpoint.consumes().startsWith("multipart") ? "multipart/form-data; boundary=x" : endpoint.consumes();
    }
}
