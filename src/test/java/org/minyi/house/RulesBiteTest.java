package org.minyi.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;

/**
 * A rule that cannot fail guards nothing. Each rule of the house is shown one thing that breaks it: for drawings, tables
 * and forms one that keeps all rules and one line of it changed, for Java the classes below {@code badhouse}.
 */
class RulesBiteTest {

    private static final Path GOOD = Path.of("src/test/resources/badhouse/callback");
    private static final String BAD_HOUSE = "badhouse";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("rulesOfModels")
    void a_rule_of_the_models_is_green_on_the_good_one_and_red_where_one_line_is_changed(
            String rule, String file, ModelRule check, String good, String bad) throws IOException {
        var model = folder.resolve("callback").resolve(file);
        Files.createDirectories(model.getParent());
        Files.copy(GOOD.resolve(file), model);
        assertThatCode(() -> check.on(model)).as(rule).doesNotThrowAnyException();

        var text = Files.readString(model);
        assertThat(text).contains(good);
        Files.writeString(model, text.replace(good, bad));

        assertThatThrownBy(() -> check.on(model)).as(rule).isInstanceOf(AssertionError.class);
    }

    static Stream<Arguments> rulesOfModels() {
        var rules = new ModelConventionsTest();
        return Stream.of(
                drawing(
                        "a drawing says its business key",
                        rules::a_model_is_named_as_its_file_says_its_purpose_and_how_long_its_history_is_kept,
                        "Business key:",
                        "Key:"),
                drawing(
                        "a drawing carries its file's name",
                        rules::a_model_is_named_as_its_file_says_its_purpose_and_how_long_its_history_is_kept,
                        "<bpmn:process id=\"small-call\"",
                        "<bpmn:process id=\"smaller-call\""),
                drawing(
                        "an element has a name",
                        rules::every_element_has_a_name_and_says_in_its_id_what_it_is,
                        "name=\"Reached\"",
                        ""),
                drawing(
                        "an id says what the element is",
                        rules::every_element_has_a_name_and_says_in_its_id_what_it_is,
                        "userTask_makeCall",
                        "task_makeCall"),
                drawing(
                        "a condition asks one variable",
                        rules::a_flow_that_is_chosen_carries_the_answer_that_chooses_it,
                        "'NO_ANSWER'}",
                        "'NO_ANSWER' and tired}"),
                drawing(
                        "a condition asks for something the form can say",
                        rules::what_a_flow_asks_of_an_answer_is_something_a_form_can_say,
                        "'NO_ANSWER'}",
                        "'NOT_ANSWERED'}"),
                drawing(
                        "a service task calls the delegate of its name",
                        rules::a_service_task_calls_the_delegate_of_the_same_name_in_the_same_room,
                        "#{noteAttemptDelegate}",
                        "#{callDelegate}"),
                drawing(
                        "a delegate stands in the room of its drawing",
                        rules::a_service_task_calls_the_delegate_of_the_same_name_in_the_same_room,
                        "oteAttempt",
                        "oteNothing"),
                drawing(
                        "a user task says what happens when it is ignored",
                        rules::a_user_task_has_an_owner_a_form_and_says_who_when_and_what_if_it_is_ignored,
                        "If ignored:",
                        "Ignored:"),
                drawing(
                        "a user task has an owner",
                        rules::a_user_task_has_an_owner_a_form_and_says_who_when_and_what_if_it_is_ignored,
                        "camunda:candidateGroups=\"caller\"",
                        ""),
                drawing(
                        "a start by hand has a form",
                        rules::a_start_by_hand_has_a_form_of_its_room,
                        "name=\"Called\" camunda:formRef=\"make-call\"",
                        "name=\"Called\" camunda:formRef=\"dream-of-call\""),
                drawing(
                        "a table that is asked is there",
                        rules::what_a_model_calls_is_there_and_the_newest_version_is_used,
                        "camunda:decisionRef=\"callback-plan\"",
                        "camunda:decisionRef=\"no-plan\""),
                drawing(
                        "the newest version of a process is called",
                        rules::what_a_model_calls_is_there_and_the_newest_version_is_used,
                        "camunda:calledElementBinding=\"latest\"",
                        "camunda:calledElementBinding=\"deployment\""),
                drawing(
                        "a timer says where its limit comes from",
                        rules::a_timer_says_which_table_or_setting_its_limit_comes_from,
                        "name=\"limit\"",
                        "name=\"remark\""),
                drawing(
                        "a timer's limit is a table's or a setting's",
                        rules::a_timer_says_which_table_or_setting_its_limit_comes_from,
                        "time-limit: return-call.makeCall",
                        "two days"),
                drawing(
                        "the table of a timer's limit is there",
                        rules::a_timer_says_which_table_or_setting_its_limit_comes_from,
                        "time-limit: ",
                        "time-table: "),
                drawing(
                        "the table of limits knows the step of a timer",
                        rules::a_timer_says_which_table_or_setting_its_limit_comes_from,
                        "return-call.makeCall",
                        "return-call.makeNothing"),
                drawing(
                        "the setting of a timer's limit is there",
                        rules::a_timer_says_which_table_or_setting_its_limit_comes_from,
                        "time-limit: return-call.makeCall",
                        "setting: minyi.survey.never-at"),
                drawing(
                        "a lane says who works in it",
                        rules::a_lane_says_which_groups_work_in_it,
                        "<bpmn:documentation>Group caller: speaks to the person.</bpmn:documentation>",
                        ""),
                drawing(
                        "a lane names the groups of its tasks",
                        rules::a_lane_says_which_groups_work_in_it,
                        "Group caller: speaks to the person.",
                        "They speak to the person."),
                drawing(
                        "no line runs through a shape",
                        rules::everything_is_drawn_and_no_line_crosses_another_or_runs_through_a_shape,
                        "y=\"250\"",
                        "y=\"160\""),
                drawing(
                        "everything is drawn",
                        rules::everything_is_drawn_and_no_line_crosses_another_or_runs_through_a_shape,
                        "bpmnElement=\"flow_called\"",
                        "bpmnElement=\"flow_noted\""),
                Arguments.of(
                        "a column says what it holds",
                        "small-plan.dmn",
                        (ModelRule) rules::a_table_is_named_as_its_file_and_every_column_says_what_it_holds,
                        "label=\"Wait\"",
                        ""),
                Arguments.of(
                        "free text is sealed",
                        "small-call.form",
                        (ModelRule) new FormSchemaTest()::a_form_can_be_drawn_and_keeps_free_text_sealed,
                        "\"key\": \"callWords\"",
                        "\"key\": \"callNotes\""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rulesOfTheHouse")
    void a_rule_of_the_house_names_the_class_that_breaks_it(String culprit, JavaRule rule) {
        var rules = new HouseRulesTest();
        rules.house = new ClassFileImporter().importPackages(BAD_HOUSE);
        rules.root = BAD_HOUSE;
        rules.sources = Path.of("src/test/java", BAD_HOUSE);
        rules.rooms = () -> ApplicationModules.of(BAD_HOUSE, everything -> true);

        assertThatThrownBy(() -> rule.on(rules)).hasMessageContaining(culprit);
    }

    static Stream<Arguments> rulesOfTheHouse() {
        return Stream.of(
                java("Cycle", HouseRulesTest::a_room_shows_only_what_it_means_to_show_and_no_stairs_form_a_circle),
                java("attic", HouseRulesTest::every_room_stands_on_a_floor),
                java("Upstairs", HouseRulesTest::stairs_go_one_way_down),
                java("Mechanic", HouseRulesTest::the_engine_is_known_only_to_process_packages_and_the_desk),
                java("Speaker", HouseRulesTest::sql_is_spoken_only_by_repositories),
                java(
                        "Speaker.java reads or writes citizen.person of the room citizen",
                        HouseRulesTest::a_table_is_named_only_in_a_repository_of_its_own_room),
                java("BusyDelegate", HouseRulesTest::a_delegate_has_one_collaborator),
                java("Twin", HouseRulesTest::no_two_beans_have_one_name),
                java("Drawer", HouseRulesTest::there_is_no_junk_drawer),
                java("Wristwatch", HouseRulesTest::only_the_clock_tells_the_time));
    }

    private static Arguments drawing(String rule, ModelRule check, String good, String bad) {
        return Arguments.of(rule, "small-call.bpmn", check, good, bad);
    }

    private static Arguments java(String culprit, JavaRule rule) {
        return Arguments.of(culprit, rule);
    }

    /** A rule that reads one file. */
    private interface ModelRule {
        void on(Path model) throws IOException;
    }

    /** A rule that reads a whole house. */
    private interface JavaRule {
        void on(HouseRulesTest rules) throws IOException;
    }
}
