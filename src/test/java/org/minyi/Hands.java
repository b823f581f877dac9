package org.minyi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;

/** Does a task over HTTP as somebody of the demonstration: claims it and hands in its form. */
public record Hands(TestRestTemplate http) {

    private static final String PASSWORD = "minyi";

    /** Names of fields and what stands in them, in turn. */
    public static Map<String, Object> fields(String... fields) {
        var named = new LinkedHashMap<String, Object>();
        for (var at = 0; at < fields.length; at += 2) {
            named.put(fields[at], fields[at + 1]);
        }
        return named;
    }

    /** As the engine's REST interface wants it. */
    public static Map<String, Object> variables(Map<String, Object> fields) {
        return Map.of(
                "variables",
                fields.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, field -> Map.of("value", field.getValue()))));
    }

    public void submits(String user, String task, Map<String, Object> fields) {
        var path = "/engine-rest/task/" + task;
        var as = http.withBasicAuth(user, PASSWORD);
        assertThat(as.postForEntity(path + "/claim", Map.of("userId", user), String.class)
                        .getStatusCode())
                .as("%s claims a task", user)
                .isEqualTo(HttpStatus.NO_CONTENT);
        var done = as.postForEntity(path + "/submit-form", variables(fields), String.class);
        assertThat(done.getStatusCode().is2xxSuccessful())
                .as("%s hands in %s: %s", user, fields.keySet(), done.getBody())
                .isTrue();
    }
}
