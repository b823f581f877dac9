package org.minyi.city;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Everybody at work on the canaries' matters, over HTTP with their own logins. Every free text that a form asks for says
 * everything about the person. Some of the matters stay open at each step, so that there is something to look at.
 */
final class CanaryFlows {

    /** From this one on they are handed in by another system as matters, not as contacts: nobody phones them first. */
    static final int RAISED_FROM = 400;

    /** In the order of a matter's way; a canary's number says before which of them its matter stays. */
    private static final List<String> STEPS = List.of(
            "makeCall",
            "triage",
            "signOrder",
            "verifyFacts",
            "proposeResponsibility",
            "confirmResponsibility",
            "rectify",
            "reviewRectification");

    /** At which of the steps the first twenty stay, and so on; fewer at the later ones, each of which takes longer. */
    private static final String STAYS = "00011122233344556789";

    private static final Map<String, String> AT_THE_CENTRE = Map.of(
            "caller", "caller1",
            "triage", "triage1",
            "reviewer", "reviewer1",
            "director", "director1",
            "inspector", "inspector1",
            "custodian", "custodian1");

    private static final int NEVER_AT_HOME = 99;

    /** Of those whose matters go to their ends as founded: unit and officer are held accountable, and then it is well. */
    private static final int SCORE_OF_ZERO = 19;

    /** The sub-centre's leader is spoken to, and then they wait. */
    private static final int GRAVE = 119;

    /** On a landline, where a round takes no more than a call: up the whole ladder; and the verdict is objected to. */
    private static final int SERIOUS = 419;

    /** Whoever is still unhappy, and so has letters, meetings and duties in the story. */
    static final Set<Integer> UNHAPPY = Set.of(GRAVE, SERIOUS);

    private static final String POST = "990101010000";
    private static final String SUB_CENTRE = "990101000000";

    private final Http http;
    private final TaskService tasks;
    private final RuntimeService matters;
    private final JdbcTemplate database;
    private final Clock clock;
    /** Person id to canary. */
    private final Map<String, Canary> people;

    /** Matter id to canary. */
    private final Map<String, Canary> complaining = new ConcurrentHashMap<>();

    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final Set<String> leftOnce = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> done = new ConcurrentHashMap<>();
    /** By step and canary: how often already. */
    private final Map<String, Integer> before = new ConcurrentHashMap<>();
    /** What came back from somebody who tried to write down what no form asks for. */
    final Map<String, Integer> written = new ConcurrentHashMap<>();
    /** What a caller with the call in hand read, by canary. */
    final Map<Integer, String> dialled = new ConcurrentHashMap<>();

    CanaryFlows(
            Http http,
            TaskService tasks,
            RuntimeService matters,
            JdbcTemplate database,
            Clock clock,
            Map<String, Canary> people) {
        this.http = http;
        this.tasks = tasks;
        this.matters = matters;
        this.database = database;
        this.clock = clock;
        this.people = people;
    }

    /** How far a matter of this canary goes: the step it stays at; 8 is asked again and silent, 9 goes to its end. */
    static int stays(Canary canary) {
        var step = STAYS.charAt(canary.number() % STAYS.length()) - '0';
        return canary.number() < RAISED_FROM ? step : Math.max(step, STEPS.indexOf("triage"));
    }

    /** The ends a matter may come to; five of them. */
    private static int end(Canary canary) {
        return stays(canary) == 9 ? canary.number() / STAYS.length() % 5 : 0;
    }

    Map<String, Integer> done() {
        return new TreeMap<>(done);
    }

    /** Does what lies on any desk and may be done; returns how many tasks that was. */
    int work() {
        var workers = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> calls = tasks.createTaskQuery().list().stream()
                    .filter(task -> !held.contains(task.getId()))
                    .map(task -> (Callable<Boolean>) () -> complete(task))
                    .toList();
            var count = 0;
            for (var call : workers.invokeAll(calls)) {
                count += call.get() ? 1 : 0;
            }
            return count;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (java.util.concurrent.ExecutionException wrong) {
            throw new IllegalStateException(wrong);
        } finally {
            workers.shutdown();
        }
    }

    /** A task does not say whose it is; its matter does. Null where it is nobody's. */
    Canary whose(Task task) {
        var matter = matters.getVariable(task.getExecutionId(), "matterId");
        return matter == null ? null : complaining.computeIfAbsent(matter.toString(), this::whoComplained);
    }

    private Canary whoComplained(String matter) {
        return database
                .queryForList("select person_id::text from complaint where id = ?::uuid", String.class, matter)
                .stream()
                .map(people::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private boolean complete(Task task) {
        var step = task.getTaskDefinitionKey().replaceFirst("^userTask_", "");
        var canary = whose(task);
        if (canary == null || step.equals("decideRequest")) {
            return false;
        }
        if (isLeft(step, canary)) {
            held.add(task.getId());
            return false;
        }
        var user = whoever(task);
        var path = "/engine-rest/task/" + task.getId();
        if (http.tryPost(path + "/claim", user, Map.of("userId", user)) != 204) {
            return false;
        }
        if (step.equals("makeCall")) {
            dialled.put(
                    canary.number(),
                    http.get("/dossier/api/tasks/" + task.getId(), user).toString());
        }
        if (canary.number() < 20) {
            writeElsewhere(path, user, canary);
        }
        if (STEPS.indexOf(step) == stays(canary)) {
            held.add(task.getId());
            return true;
        }
        var answers = answers(step, canary);
        if (http.tryPost(path + "/submit-form", user, Http.variables(answers)) >= 300) {
            throw new IllegalStateException(step + " of " + canary + " was refused to " + user);
        }
        done.merge(step, 1, Integer::sum);
        return true;
    }

    /** What lies on the desks of those complained about and of others when they look, besides what was begun with. */
    private boolean isLeft(String step, Canary canary) {
        return switch (step) {
            case "answerVerdict" -> stays(canary) == STEPS.indexOf("rectify");
            case "confirmReceipt", "serveOtherwise" -> stays(canary) != 9;
            case "doDuty" -> canary.number() == GRAVE;
            case "decideTime", "answerOpinion", "decideLetter" -> leftOnce.add(step);
            default -> false;
        };
    }

    /** Where Tasklist and the REST interface take free text besides forms. What they answer is not the question here. */
    private void writeElsewhere(String path, String user, Canary canary) {
        var words = canary.words();
        var told = Map.of("value", words);
        note("comment", http.tryPost(path + "/comment/create", user, Map.of("message", words)));
        note(
                "comment with instance",
                http.tryPost(path + "/comment/create", user, Map.of("message", words, "processInstanceId", path)));
        note("attachment", http.tryUpload(path + "/attachment/create", user, words));
        note("variables", http.tryPost(path + "/variables", user, Map.of("modifications", Map.of("note", told))));
        note(
                "localVariables",
                http.tryPost(path + "/localVariables", user, Map.of("modifications", Map.of("n", told))));
        note("bpmnError", http.tryPost(path + "/bpmnError", user, Map.of("errorCode", "x", "errorMessage", words)));
        note("resolve", http.tryPost(path + "/resolve", user, Map.of("variables", Map.of("note", told))));
        note(
                "task/create",
                http.tryPost("/engine-rest/task/create", user, Map.of("name", words, "description", words)));
        note(
                "filter/create",
                http.tryPost(
                        "/engine-rest/filter/create",
                        user,
                        Map.of("resourceType", "Task", "name", words, "owner", user, "query", Map.of())));
        note("message", http.tryPost("/engine-rest/message", user, Map.of("messageName", words)));
    }

    private void note(String door, int status) {
        written.merge(door + " " + status, 1, Integer::sum);
    }

    /** Somebody of those the task is offered to. */
    private String whoever(Task task) {
        if (task.getAssignee() != null) {
            return task.getAssignee();
        }
        var offers = tasks.getIdentityLinksForTask(task.getId());
        return offers.stream()
                .filter(offer -> offer.getUserId() != null)
                .map(IdentityLink::getUserId)
                .findFirst()
                .orElseGet(() -> member(offers.get(0).getGroupId()));
    }

    private static String member(String group) {
        var role = group.replaceFirst("\\..*", "");
        // 9901NN...: the logins of the small city carry the sub-centre's number.
        return AT_THE_CENTRE.getOrDefault(
                role, role + group.replaceFirst(".*\\.99010", "").charAt(0));
    }

    private Map<String, Object> answers(String step, Canary canary) {
        var words = canary.words();
        return switch (step) {
            case "makeCall" -> call(canary);
            case "confirmUnreachable" -> Map.of("unreachableVerdict", "UNREACHABLE", "unreachableWords", words);
            case "decideDuplicate" -> Map.of("duplicateVerdict", "NEW", "duplicateWords", words);
            case "triage" -> triage(canary);
            case "answerConsultation" -> Map.of("answerWords", words);
            case "tellByPhone" -> Map.of("toldHow", "PHONE", "toldWords", words);
            case "confirmWithdrawal" -> Map.of("withdrawalVerdict", "CONFIRMED", "withdrawalWords", words);
            case "signOrder" -> sign(canary);
            case "redispatch" -> Map.of("redispatchUnit", SUB_CENTRE, "redispatchWords", words);
            case "decideOwnership" -> Map.of("executingUnit", POST, "ownershipWords", words);
            case "verifyFacts" -> Map.of("verdict", end(canary) == 1 ? "UNFOUNDED" : "FOUNDED", "verifyWords", words);
            case "proposeResponsibility" -> propose(canary);
            case "confirmResponsibility" ->
                end(canary) == 1
                        ? Map.of("confirmation", "CONFIRMED", "explanationWords", words)
                        : Map.of("confirmation", "CONFIRMED");
            case "rectify" -> Map.of("rectifyWords", words);
            case "reviewRectification" -> Map.of("reviewDecision", "ACCEPTED");
            case "closeWithoutAnswer" ->
                Map.of("closeDecision", end(canary) == 0 ? "RECTIFY_AGAIN" : "CLOSE", "closeWords", words);
            case "decideFinally" ->
                Map.of(
                        "finalDecision",
                        "DISPOSE",
                        "disposalGround",
                        "LEGAL_ROUTE",
                        "finalWords",
                        words,
                        "explanationWords",
                        words);
            default -> new FollowUps(words, POST, "leader1", clock).answers(step, isContent(step, canary));
        };
    }

    /** Everything is sent back once, with reasons, and accepted then. */
    private boolean isContent(String step, Canary canary) {
        return switch (step) {
            case "answerVerdict" -> canary.number() != SERIOUS;
            case "judgeObjection" -> times(step, canary) == 1;
            // Said again it is refused again: once is enough.
            case "decideLetter" -> times(step, canary) == 2;
            // Why not is asked for where the answer is no.
            case "decideTime" -> false;
            default -> times(step, canary) > 1;
        };
    }

    private static Map<String, Object> propose(Canary canary) {
        var answers = new LinkedHashMap<String, Object>(Map.of("proposeWords", canary.words()));
        if (end(canary) == 1) {
            answers.putAll(Map.of("verdict", "UNFOUNDED", "score", "100"));
        } else {
            answers.putAll(Map.of("verdict", "FOUNDED", "score", canary.number() == SCORE_OF_ZERO ? "0" : "60"));
            if (canary.number() == SCORE_OF_ZERO || canary.number() == SERIOUS) {
                answers.putAll(Map.of("responsibleUnit", POST, "responsibleOfficer", "officer1"));
            }
        }
        return answers;
    }

    /**
     * One is never at home. Who can only be phoned does not want to say whether it was put right, and next time says it
     * was not, until the director decides.
     */
    private Map<String, Object> call(Canary canary) {
        if (canary.number() == NEVER_AT_HOME) {
            return Map.of("callOutcome", "NO_ANSWER");
        }
        return canary.isOnLandline() && times("makeCall", canary) == 1
                ? Map.of("callOutcome", "REFUSED", "callWords", canary.words())
                : Map.of("callOutcome", "DISSATISFIED", "callReason", "ATTITUDE", "callWords", canary.words());
    }

    private int times(String step, Canary canary) {
        return before.merge(step + " of " + canary, 1, Integer::sum);
    }

    private static Map<String, Object> triage(Canary canary) {
        var answers = new LinkedHashMap<String, Object>(
                Map.of("category", "ATTITUDE", "severity", severity(canary), "triageWords", canary.words()));
        switch (end(canary)) {
            case 2 -> answers.putAll(Map.of("jurisdiction", "ELSEWHERE", "transferWords", canary.words()));
            case 3 -> answers.put("jurisdiction", "CONSULTATION");
            case 4 -> answers.put("jurisdiction", "WITHDRAWN");
            default -> {
                answers.put("jurisdiction", "OURS");
                answers.put("respondentUnit", aboutTheSubCentre(canary) ? SUB_CENTRE : POST);
                answers.put("respondentOfficer", aboutTheSubCentre(canary) ? "leader1" : "officer1");
            }
        }
        return answers;
    }

    private static String severity(Canary canary) {
        return switch (canary.number()) {
            case GRAVE -> "GRAVE";
            case SERIOUS -> "SERIOUS";
            default -> "ORDINARY";
        };
    }

    /** Every seventh complains about the sub-centre itself and whoever leads it. */
    static boolean aboutTheSubCentre(Canary canary) {
        return canary.number() % 7 == 0;
    }

    private Map<String, Object> sign(Canary canary) {
        // The first hundred are returned once, the second twice: then the centre says whose they are.
        if (stays(canary) == 6
                && canary.number() < 200
                && !(canary.number() >= 100 && aboutTheSubCentre(canary))
                && times("signOrder", canary) <= 1 + canary.number() / 100) {
            return Map.of("signDecision", "RETURN", "signWords", canary.words());
        }
        return aboutTheSubCentre(canary)
                ? Map.of("signDecision", "KEEP")
                : Map.of("signDecision", "ASSIGN", "executingUnit", POST);
    }

    /** What canaries answer when they are asked whether it was put right, as they wait or go on. */
    static Map<String, String> secondAnswers(List<Canary> flock) {
        var answers = new HashMap<String, String>();
        flock.stream()
                .filter(canary -> stays(canary) == 9)
                .forEach(canary -> answers.put(
                        canary.phone(), (UNHAPPY.contains(canary.number()) ? "3 " : "1 ") + canary.words()));
        return answers;
    }
}
