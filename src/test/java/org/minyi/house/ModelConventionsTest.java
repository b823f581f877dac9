package org.minyi.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.minyi.docs.RuleTables;
import org.minyi.docs.TimerLimit;

/** The drawing, the form, the table and the Java class carry one name. This test keeps it so. */
class ModelConventionsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    @ParameterizedTest
    @MethodSource("models")
    void a_model_is_named_as_its_file_says_its_purpose_and_how_long_its_history_is_kept(Path model) {
        var process = process(model);
        assertThat(process.getId() + ".bpmn").isEqualTo(model.getFileName().toString());
        assertThat(process.getName()).isNotBlank();
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
        assertThat(process.getDocumentations())
                .singleElement()
                .extracting(text -> text.getTextContent())
                .asString()
                .contains("Purpose:", "Starts when:", "Ends when:", "Business key:");
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_element_has_a_name_and_says_in_its_id_what_it_is(Path model) {
        assertThat(elements(model, FlowNode.class)).isNotEmpty().allSatisfy(node -> {
            assertThat(node.getId()).matches(prefix(node) + "_[a-z][A-Za-z0-9]*");
            if (!(node instanceof org.camunda.bpm.model.bpmn.instance.Gateway gateway)
                    || gateway.getOutgoing().size() > 1) {
                assertThat(node.getName()).as(node.getId()).isNotBlank();
            }
        });
        assertThat(elements(model, SequenceFlow.class))
                .allSatisfy(flow -> assertThat(flow.getId()).startsWith("flow_"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_flow_that_is_chosen_carries_the_answer_that_chooses_it(Path model) {
        assertThat(elements(model, SequenceFlow.class))
                .filteredOn(flow -> flow.getConditionExpression() != null)
                .allSatisfy(flow -> {
                    assertThat(flow.getName()).as(flow.getId()).isNotBlank();
                    assertThat(flow.getConditionExpression().getTextContent())
                            .as(flow.getId())
                            .matches("[$#]\\{!?[a-zA-Z]+( ?[=!]= ?('[A-Z_]+'|\\d+|true|false))?}");
                });
    }

    /** A variable that Java sets too may hold any word the room's Java knows; otherwise only what the form offers. */
    @ParameterizedTest
    @MethodSource("models")
    void what_a_flow_asks_of_an_answer_is_something_a_form_can_say(Path model) throws IOException {
        var answers = FormAnswers.ofRoom(RESOURCES.resolve("forms").resolve(room(model)), formsOf(model));
        var java = RoomWords.of(Path.of("src/main/java/org/minyi", room(model)));
        for (var flow : elements(model, SequenceFlow.class)) {
            if (flow.getConditionExpression() != null) {
                var asked = Comparison.of(flow.getConditionExpression().getTextContent());
                if (answers.ask(asked.variable()) && !java.sets(asked.variable(), asked.word())) {
                    assertThat(answers.of(asked.variable())).as(flow.getId()).contains(asked.word());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_service_task_calls_the_delegate_of_the_same_name_in_the_same_room(Path model) {
        for (var task : elements(model, ServiceTask.class)) {
            var verb = task.getId().replaceFirst("^serviceTask_", "");
            assertThat(task.getCamundaDelegateExpression()).as(task.getId()).isEqualTo("#{" + verb + "Delegate}");
            assertThat(Path.of(
                            "src/main/java/org/minyi",
                            room(model),
                            "process",
                            Character.toUpperCase(verb.charAt(0)) + verb.substring(1) + "Delegate.java"))
                    .exists();
        }
        assertThat(elements(model, ScriptTask.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_user_task_has_an_owner_a_form_and_says_who_when_and_what_if_it_is_ignored(Path model) {
        for (var task : elements(model, UserTask.class)) {
            assertThat(task.getDocumentations())
                    .as(task.getId())
                    .singleElement()
                    .extracting(text -> text.getTextContent())
                    .asString()
                    .contains("Who:", "When:", "Result:", "If ignored:");
            assertThat(Stream.of(task.getCamundaCandidateGroups(), task.getCamundaCandidateUsers()))
                    .as("who is offered " + task.getId())
                    .anyMatch(candidates -> candidates != null && !candidates.isBlank());
            assertThat(task.getCamundaFormRef()).as(task.getId()).isEqualTo(kebab(task.getId()));
            assertThat(task.getCamundaFormRefBinding()).as(task.getId()).isEqualTo("latest");
            assertThat(RESOURCES.resolve("forms").resolve(room(model)).resolve(task.getCamundaFormRef() + ".form"))
                    .exists();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_start_by_hand_has_a_form_of_its_room(Path model) {
        for (var start : elements(model, StartEvent.class)) {
            if (start.getCamundaFormRef() != null) {
                assertThat(RESOURCES.resolve("forms").resolve(room(model)).resolve(start.getCamundaFormRef() + ".form"))
                        .exists();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void what_a_model_calls_is_there_and_the_newest_version_is_used(Path model) throws IOException {
        for (var task : elements(model, BusinessRuleTask.class)) {
            assertThat(task.getCamundaDecisionRefBinding()).as(task.getId()).isEqualTo("latest");
            assertThat(files(RESOURCES.resolve("processes"), task.getCamundaDecisionRef() + ".dmn"))
                    .as(task.getId())
                    .hasSize(1);
        }
        for (var call : elements(model, CallActivity.class)) {
            assertThat(call.getCamundaCalledElementBinding()).as(call.getId()).isEqualTo("latest");
            assertThat(files(RESOURCES.resolve("processes"), call.getCalledElement() + ".bpmn"))
                    .as(call.getId())
                    .hasSize(1);
        }
    }

    /** Its extension property limit: a table and what of it counts, or a setting; docs/processes.md shows it. */
    @ParameterizedTest
    @MethodSource("models")
    void a_timer_says_which_table_or_setting_its_limit_comes_from(Path model) {
        var tables = RuleTables.in(RESOURCES.resolve("processes"));
        for (var event : elements(model, CatchEvent.class)) {
            if (event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance)) {
                assertThat(TimerLimit.of(event)).as(event.getId()).hasValueSatisfying(limit -> assertThat(
                                limit.objection(tables))
                        .as(event.getId())
                        .isEmpty());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_lane_says_which_groups_work_in_it(Path model) {
        var lanes = Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(Lane.class);
        assertThat(lanes).isNotEmpty().allSatisfy(lane -> {
            assertThat(lane.getName()).isNotBlank();
            assertThat(lane.getDocumentations()).as(lane.getName()).isNotEmpty();
            assertThat(lane.getFlowNodeRefs()).as(lane.getName()).isNotEmpty();
        });
        for (var task : elements(model, UserTask.class)) {
            assertThat(lanes)
                    .as("the lane of " + task.getId())
                    .filteredOn(lane -> lane.getFlowNodeRefs().stream()
                            .anyMatch(node -> node.getId().equals(task.getId())))
                    .singleElement()
                    .satisfies(lane -> assertThat(literalGroups(task)).allSatisfy(group -> assertThat(
                                    lane.getDocumentations().iterator().next().getTextContent())
                            .contains(group)));
        }
    }

    /** Groups that stand in the drawing itself; the others are found when the task is reached. */
    private static List<String> literalGroups(UserTask task) {
        return task.getCamundaCandidateGroupsList().stream()
                .filter(group -> !group.startsWith("$") && !group.startsWith("#"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everything_is_drawn_and_no_line_crosses_another_or_runs_through_a_shape(Path model) {
        var drawing = Drawing.of(Bpmn.readModelFromFile(model.toFile()));
        assertThat(drawing.missing()).isEmpty();
        assertThat(drawing.crossings()).isEmpty();
        assertThat(drawing.overlaps()).isEmpty();
        assertThat(drawing.backwards()).as("shapes outside the paper").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_table_is_named_as_its_file_and_every_column_says_what_it_holds(Path table) {
        var decisions = Dmn.readModelFromFile(table.toFile())
                .getModelElementsByType(org.camunda.bpm.model.dmn.instance.Decision.class);
        assertThat(decisions).singleElement().satisfies(decision -> {
            assertThat(decision.getId() + ".dmn").isEqualTo(table.getFileName().toString());
            assertThat(decision.getName()).isNotBlank();
        });
        assertThat(Dmn.readModelFromFile(table.toFile())
                        .getModelElementsByType(org.camunda.bpm.model.dmn.instance.Input.class))
                .allSatisfy(input -> assertThat(input.getLabel()).isNotBlank());
        assertThat(Dmn.readModelFromFile(table.toFile())
                        .getModelElementsByType(org.camunda.bpm.model.dmn.instance.Output.class))
                .allSatisfy(output -> assertThat(output.getLabel()).isNotBlank());
    }

    static Stream<Path> models() throws IOException {
        return files(RESOURCES.resolve("processes"), ".bpmn").stream();
    }

    static Stream<Path> tables() throws IOException {
        return files(RESOURCES.resolve("processes"), ".dmn").stream();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (var found = Files.walk(folder)) {
            return new ArrayList<>(found.filter(file -> ending.startsWith(".")
                            ? file.toString().endsWith(ending)
                            : file.getFileName().toString().equals(ending))
                    .sorted()
                    .toList());
        }
    }

    private static List<String> formsOf(Path model) {
        return Stream.concat(
                        elements(model, UserTask.class).stream().map(UserTask::getCamundaFormRef),
                        elements(model, StartEvent.class).stream().map(StartEvent::getCamundaFormRef))
                .filter(form -> form != null)
                .toList();
    }

    /** What a condition compares with what; a bare variable is compared with true, a denied one with true as well. */
    private record Comparison(String variable, String word) {

        private static final Pattern CONDITION = Pattern.compile("[$#]\\{!?([a-zA-Z]+)(?: ?[=!]= ?'?(\\w+)'?)?}");

        static Comparison of(String condition) {
            var parts = CONDITION.matcher(condition);
            assertThat(parts.matches()).as(condition).isTrue();
            return new Comparison(parts.group(1), parts.group(2) == null ? "true" : parts.group(2));
        }
    }

    private static Process process(Path model) {
        BpmnModelInstance instance = Bpmn.readModelFromFile(model.toFile());
        return instance.getModelElementsByType(Process.class).iterator().next();
    }

    private static <T extends FlowElement> Collection<T> elements(Path model, Class<T> type) {
        return Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(type);
    }

    private static String room(Path model) {
        return model.getParent().getFileName().toString();
    }

    private static String prefix(FlowNode node) {
        var type = node.getElementType().getTypeName();
        if (type.endsWith("Gateway")) {
            return "gateway";
        }
        return switch (type) {
            case "startEvent", "endEvent" -> "(" + type + "|event)";
            case "boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent" -> "event";
            default -> type;
        };
    }

    private static String kebab(String id) {
        return id.replaceFirst("^userTask_", "").replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }
}
