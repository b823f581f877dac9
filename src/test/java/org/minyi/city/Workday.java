package org.minyi.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The people of the city at work: each takes the tasks on their own desk and completes them as the form asks. */
final class Workday {

    private final Http http;
    private static final String WORDS = "窗口排队两小时，工作人员态度冷淡，没有解释需要补什么材料。";

    private String neverAtHome;
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
        if (http.tryPost(path + "/submit-form", user, Http.variables(answers(step, task, path, user))) >= 300) {
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

    private Map<String, Object> answers(String step, JsonNode task, String path, String user) {
        var roll = chance.nextInt(100);
        return switch (step) {
            case "return-call.makeCall" ->
                call(roll, task.get("processInstanceId").asText());
            case "return-call.confirmUnreachable" ->
                Map.of("unreachableVerdict", "UNREACHABLE", "unreachableWords", WORDS);
            case "complaint.decideDuplicate" -> Map.of("duplicateVerdict", "NEW", "duplicateWords", WORDS);
            case "complaint.triage" -> triage(roll, path, user);
            case "complaint.answerConsultation" -> Map.of("answerWords", WORDS);
            case "complaint.tellByPhone" -> Map.of("toldHow", roll < 80 ? "PHONE" : "LETTER", "toldWords", WORDS);
            case "complaint.confirmWithdrawal" -> Map.of("withdrawalVerdict", "CONFIRMED", "withdrawalWords", WORDS);
            case "work-order.signOrder" -> sign(roll, path, user);
            case "work-order.redispatch" -> Map.of("redispatchUnit", "990102000000", "redispatchWords", WORDS);
            case "work-order.decideOwnership" -> Map.of("executingUnit", "990103000000", "ownershipWords", WORDS);
            case "work-order.verifyFacts" ->
                Map.of("verdict", roll < 80 ? "FOUNDED" : roll < 90 ? "PARTLY" : "UNFOUNDED", "verifyWords", WORDS);
            case "work-order.proposeResponsibility" -> Map.of("score", score(path, user), "proposeWords", WORDS);
            case "work-order.confirmResponsibility" ->
                roll < 90
                        ? Map.of("confirmation", "CONFIRMED", "explanationWords", WORDS)
                        : Map.of("confirmation", "SENT_BACK", "confirmWords", WORDS);
            case "work-order.rectify" -> Map.of("rectifyWords", WORDS);
            case "work-order.reviewRectification" ->
                roll < 85
                        ? Map.of("reviewDecision", "ACCEPTED")
                        : Map.of("reviewDecision", "SENT_BACK", "reviewWords", WORDS);
            case "work-order.closeWithoutAnswer" -> Map.of("closeDecision", "CLOSE", "closeWords", WORDS);
            case "work-order.decideFinally" ->
                Map.of("finalDecision", "DISPOSE", "finalWords", WORDS, "explanationWords", WORDS);
            default -> throw new IllegalStateException("nobody was told how to do " + step);
        };
    }

    /** What was found unfounded leaves the unit blameless; any other score would contradict it. */
    private String score(String path, String user) {
        var verdict = http.get(path + "/form-variables", user).path("verdict").path("value");
        return verdict.asText("").equals("UNFOUNDED") ? "100" : "60";
    }

    /** The first person called is never at home. */
    private Map<String, Object> call(int roll, String call) {
        if (neverAtHome == null) {
            neverAtHome = call;
        }
        if (call.equals(neverAtHome)) {
            return Map.of("callOutcome", "NO_ANSWER");
        }
        if (roll < 5) {
            return Map.of("callOutcome", "SATISFIED");
        }
        return roll < 8
                ? Map.of("callOutcome", "REFUSED")
                : Map.of("callOutcome", "DISSATISFIED", "callReason", "ATTITUDE", "callWords", WORDS);
    }

    /** The first matter judged is one that cannot be pursued. */
    private Map<String, Object> triage(int roll, String path, String user) {
        if (!done.containsKey("complaint.triage")) {
            return Map.of(
                    "jurisdiction", "WITHDRAWN", "category", "OTHER", "severity", "ORDINARY", "triageWords", WORDS);
        }
        if (roll < 80) {
            var unit = http.get(path + "/form-variables", user).path("respondentUnit");
            return Map.of(
                    "jurisdiction",
                    "OURS",
                    "category",
                    "ATTITUDE",
                    "severity",
                    roll < 60 ? "ORDINARY" : roll < 75 ? "SERIOUS" : "GRAVE",
                    "respondentUnit",
                    unit.path("value").asText("").isEmpty()
                            ? "990101000000"
                            : unit.path("value").asText(),
                    "triageWords",
                    WORDS);
        }
        return roll < 90
                ? Map.of("jurisdiction", "CONSULTATION", "category", "OTHER", "severity", "ORDINARY")
                : Map.of(
                        "jurisdiction", "ELSEWHERE",
                        "category", "OTHER",
                        "severity", "ORDINARY",
                        "transferWords", WORDS);
    }

    private Map<String, Object> sign(int roll, String path, String user) {
        if (roll < 20) {
            return Map.of("signDecision", "RETURN", "signWords", WORDS);
        }
        var posts = http.get(path + "/form-variables", user).path("postChoices").path("value");
        return roll < 40 || posts.isMissingNode()
                ? Map.of("signDecision", "KEEP")
                : Map.of("signDecision", "ASSIGN", "executingUnit", firstChoice(posts));
    }

    /** Choice lists travel as JSON, here and there as a JSON text. */
    private static String firstChoice(JsonNode choices) {
        return choices.isTextual()
                ? Http.parse(choices.asText()).get(0).get("value").asText()
                : choices.get(0).get("value").asText();
    }
}
