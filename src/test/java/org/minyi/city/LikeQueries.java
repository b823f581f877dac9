package org.minyi.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Questions that tell by their number what they do not show: how many have a variable that is like this name. */
final class LikeQueries {

    private static final Map<String, String> QUESTIONS = Map.of(
            "/task/count", "processVariables",
            "/process-instance/count", "variables",
            "/history/process-instance/count", "variables",
            "/history/task/count", "processVariables");

    private final Http http;
    private final Collection<String> variables;

    LikeQueries(Http http, Collection<String> variables) {
        this.http = http;
        this.variables = variables;
        assertThat(count("/task/count", "respondentUnit", "99010%", "leader1"))
                .as("a question that has an answer")
                .isPositive();
    }

    List<String> found(List<Canary> canaries, String user) {
        var found = new ArrayList<String>();
        for (var canary : canaries) {
            for (var variable : variables) {
                for (var needle : List.of(canary.given(), canary.phone())) {
                    for (var question : QUESTIONS.keySet()) {
                        if (count(question, variable, "%" + needle + "%", user) > 0) {
                            found.add(question + " " + variable + " " + canary);
                        }
                    }
                }
            }
        }
        return found;
    }

    private int count(String question, String variable, String like, String user) {
        var asked =
                Map.of(QUESTIONS.get(question), List.of(Map.of("name", variable, "operator", "like", "value", like)));
        return http.post("/engine-rest" + question, user, asked).get("count").asInt();
    }
}
