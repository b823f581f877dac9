package org.minyi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.minyi.desk.task.DeskFilterNames;

/** What Tasklist and the dossier call steps, processes and filters in Chinese. */
class StepNamesTest {

    private static final Path NAMES =
            Path.of("src/main/resources/META-INF/resources/webjars/camunda/app/tasklist/scripts/desk-names-0.1.0.json");

    private static final Path HISTORY =
            Path.of("src/main/resources/META-INF/resources/webjars/camunda/app/cockpit/scripts/history-words-0.1.0.js");

    @Test
    void every_step_at_a_desk_every_process_and_every_filter_has_a_chinese_name_and_nothing_else_has()
            throws IOException {
        var shown = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/resources/processes"))) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".bpmn")).toList()) {
                var model = Bpmn.readModelFromFile(file.toFile());
                model.getModelElementsByType(UserTask.class).forEach(task -> shown.add(task.getName()));
                model.getModelElementsByType(Process.class).forEach(process -> shown.add(process.getName()));
            }
        }
        shown.addAll(DeskFilterNames.all());

        Map<String, String> names = new ObjectMapper().readValue(NAMES.toFile(), new TypeReference<>() {});
        assertThat(names.keySet()).containsExactlyInAnyOrderElementsOf(shown);
        assertThat(names.values()).allMatch(name -> name.matches("\\p{IsHan}{2,8}"));
    }

    @Test
    void cockpits_history_calls_the_processes_as_tasklist_does() throws IOException {
        var json = new ObjectMapper();
        Map<String, String> names = json.readValue(NAMES.toFile(), new TypeReference<>() {});
        var script = Files.readString(HISTORY);
        var words = json.readTree(script.substring(script.indexOf('{'), script.lastIndexOf('}') + 1));

        var english = words.get("en").get("processes");
        assertThat(english).hasSizeGreaterThan(15);
        english.properties().forEach(process -> assertThat(
                        words.get("zh").get("processes").get(process.getKey()).asText())
                .as(process.getKey())
                .isEqualTo(names.get(process.getValue().asText())));
    }

    @Test
    void a_step_is_called_so_for_whoever_reads_chinese_and_as_its_owner_says_where_the_owner_named_it() {
        assertThat(StepNames.in("Make call", Locale.SIMPLIFIED_CHINESE)).isEqualTo("人工回访");
        assertThat(StepNames.in("Make call", Locale.ENGLISH)).isEqualTo("Make call");
        assertThat(StepNames.in("Feed the dog", Locale.CHINESE)).isEqualTo("Feed the dog");
    }
}
