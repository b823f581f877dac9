package org.minyi.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The people of the city at work: each takes the tasks on their own desk and completes them as the form asks. */
final class Workday {

    private final Http http;
    private static final String WORDS = "窗口排队两小时，工作人员态度冷淡，没有解释需要补什么材料。";

    private final Random chance = new Random(20261122);
    /** How often each step was done. */
    final Map<String, Integer> done = new TreeMap<>();

    /** How often a step was refused to the person who tried it. */
    final Map<String, Integer> refused = new TreeMap<>();

    Workday(Http http) {
        this.http = http;
    }

    /** Does everything that is on this person's desk; returns how many tasks that was. */
    int work(String user) {
        var tasks = http.get("/engine-rest/task?maxResults=500", user);
        var count = 0;
        for (var task : tasks) {
            if (complete(task, user)) {
                count++;
            }
        }
        return count;
    }

    private boolean complete(JsonNode task, String user) {
        var step = step(task);
        var path = "/engine-rest/task/" + task.get("id").asText();
        if (task.hasNonNull("assignee") && !task.get("assignee").asText().equals(user)) {
            return false;
        }
        if (!task.hasNonNull("assignee") && http.tryPost(path + "/claim", user, Map.of("userId", user)) != 204) {
            return false;
        }
        if (http.tryPost(path + "/submit-form", user, Http.variables(answers(step))) >= 300) {
            // Refused, for example a second person who was the first: the task goes back to the others.
            refused.merge(step, 1, Integer::sum);
            http.post(path + "/unclaim", user, Map.of());
            return false;
        }
        done.merge(step, 1, Integer::sum);
        return true;
    }

    static String step(JsonNode task) {
        var definition = task.get("processDefinitionId").asText();
        return definition.substring(0, definition.indexOf(':'))
                + "."
                + task.get("taskDefinitionKey").asText().replaceFirst("^userTask_", "");
    }

    private Map<String, Object> answers(String step) {
        var roll = chance.nextInt(100);
        return switch (step) {
            case "return-call.makeCall" ->
                roll < 5
                        ? Map.of("callOutcome", "SATISFIED")
                        : roll < 8
                                ? Map.of("callOutcome", "REFUSED")
                                : Map.of("callOutcome", "DISSATISFIED", "callReason", "ATTITUDE", "callWords", WORDS);
            case "complaint.decideDuplicate" -> Map.of("duplicateVerdict", "NEW", "duplicateWords", WORDS);
            case "complaint.triage" ->
                roll < 85
                        ? Map.of(
                                "jurisdiction",
                                "OURS",
                                "category",
                                "ATTITUDE",
                                "severity",
                                "ORDINARY",
                                "triageWords",
                                WORDS)
                        : roll < 92
                                ? Map.of("jurisdiction", "CONSULTATION", "category", "OTHER", "severity", "ORDINARY")
                                : Map.of(
                                        "jurisdiction", "ELSEWHERE",
                                        "category", "OTHER",
                                        "severity", "ORDINARY",
                                        "transferWords", WORDS);
            case "complaint.answerConsultation" -> Map.of("answerWords", WORDS);
            case "complaint.confirmWithdrawal" -> Map.of("withdrawalVerdict", "CONFIRMED", "withdrawalWords", WORDS);
            default -> throw new IllegalStateException("nobody was told how to do " + step);
        };
    }
}
