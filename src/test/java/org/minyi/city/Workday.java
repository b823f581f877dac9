package org.minyi.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The people of the city at work: each takes the tasks on their own desk and completes them as the form asks. */
final class Workday {

    private final Http http;
    private static final String WORDS = "窗口排队两小时，工作人员态度冷淡，没有解释需要补什么材料。";

    private String neverAtHome;
    private final Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));
    private final Random chance = new Random(20261122);
    /** How often each step was done. */
    final Map<String, Integer> done = new TreeMap<>();

    /** How often a step was refused to the person who tried it. */
    final Map<String, Integer> refused = new TreeMap<>();

    Workday(Http http) {
        this.http = http;
    }

    /** Everybody to whom something is offered looks at their own desk and does what lies there. */
    void work() {
        var people = new TreeSet<String>();
        for (var task : http.get("/engine-rest/task?maxResults=500", "auditor1")) {
            people.addAll(offered(task));
        }
        for (var person : people) {
            var desk = new ArrayList<JsonNode>();
            http.get("/engine-rest/task?maxResults=500", person).forEach(desk::add);
            // Whoever does anything else in a matter first may not judge its objection any more.
            desk.sort(Comparator.comparing(task -> !step(task).equals("responsibility.judgeObjection")));
            desk.forEach(task -> complete(task, person));
        }
    }

    private Set<String> offered(JsonNode task) {
        var people = new TreeSet<String>();
        for (var link : http.get("/engine-rest/task/" + task.get("id").asText() + "/identity-links", "auditor1")) {
            if (link.hasNonNull("userId")) {
                people.add(link.get("userId").asText());
            } else {
                people.addAll(members(link.get("groupId").asText()));
            }
        }
        return people;
    }

    /** As the logins of the demonstration are called: by role, sub-centre and post. */
    private static List<String> members(String group) {
        var role = group.replaceFirst("\\..*", "");
        return switch (role) {
            case "caller", "reviewer" -> List.of(role + "1", role + "2");
            case "liaison" -> List.of(role + sub(group), role + sub(group) + "b");
            case "leader" -> List.of(role + sub(group));
            case "officer" -> List.of(role + sub(group) + post(group));
            default -> List.of(role + "1");
        };
    }

    private static String sub(String group) {
        return group.replaceFirst(".*\\.9901(..).*", "$1");
    }

    private static String post(String group) {
        return group.replaceFirst(".*\\.9901..(..).*", "$1");
    }

    private void complete(JsonNode task, String user) {
        var step = step(task);
        var path = "/engine-rest/task/" + task.get("id").asText();
        if (task.hasNonNull("assignee") && !task.get("assignee").asText().equals(user)) {
            return;
        }
        if (!task.hasNonNull("assignee") && http.tryPost(path + "/claim", user, Map.of("userId", user)) != 204) {
            return;
        }
        if (http.tryPost(path + "/submit-form", user, Http.variables(answers(step, task, path, user))) >= 300) {
            // Refused, for example a second person who was the first: the task goes back to the others.
            refused.merge(step, 1, Integer::sum);
            http.post(path + "/unclaim", user, Map.of());
            return;
        }
        done.merge(step, 1, Integer::sum);
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
            case "enquiry.answerEnquiry" -> Map.of("enquiryAnswerWords", WORDS);
            case "complaint.tellByPhone" -> Map.of("toldHow", roll < 80 ? "PHONE" : "LETTER", "toldWords", WORDS);
            case "complaint.confirmWithdrawal" -> Map.of("withdrawalVerdict", "CONFIRMED", "withdrawalWords", WORDS);
            case "work-order.signOrder" -> sign(roll, path, user);
            case "work-order.redispatch" -> Map.of("redispatchUnit", "990102000000", "redispatchWords", WORDS);
            case "work-order.decideOwnership" -> Map.of("executingUnit", "990103000000", "ownershipWords", WORDS);
            case "work-order.verifyFacts" ->
                Map.of("verdict", roll < 80 ? "FOUNDED" : roll < 90 ? "PARTLY" : "UNFOUNDED", "verifyWords", WORDS);
            case "work-order.proposeResponsibility" -> Map.of("score", score(roll, path, user), "proposeWords", WORDS);
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
                Map.of(
                        "finalDecision",
                        "DISPOSE",
                        "disposalGround",
                        "LEGAL_ROUTE",
                        "finalWords",
                        WORDS,
                        "explanationWords",
                        WORDS);
            default -> followUp(step.replaceFirst(".*\\.", ""), roll < 80, path, user);
        };
    }

    private Map<String, Object> followUp(String step, boolean isContent, String path, String user) {
        var choices = Set.of("recordInterview", "recordMeeting").contains(step)
                ? http.get(path + "/form-variables?variableNames=unitChoices,officerChoices", user)
                : Http.parse("{}");
        return new FollowUps(WORDS, firstChoice(choices, "unitChoices"), firstChoice(choices, "officerChoices"), clock)
                .answers(step, isContent);
    }

    /** What was found unfounded leaves the unit blameless; any other score would contradict it. */
    private String score(int roll, String path, String user) {
        var verdict = http.get(path + "/form-variables", user).path("verdict").path("value");
        return verdict.asText("").equals("UNFOUNDED") ? "100" : roll < 15 ? "0" : "60";
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
        var post = firstChoice(http.get(path + "/form-variables?variableNames=postChoices", user), "postChoices");
        return roll < 40 || post == null
                ? Map.of("signDecision", "KEEP")
                : Map.of("signDecision", "ASSIGN", "executingUnit", post);
    }

    /** Choice lists travel as JSON, here and there as a JSON text, to whom asks for them by name. Null when none is there. */
    private static String firstChoice(JsonNode variables, String list) {
        var told = variables.path(list).path("value");
        var choices = told.isTextual() ? Http.parse(told.asText()) : told;
        return choices.path(0).path("value").asText(null);
    }
}
