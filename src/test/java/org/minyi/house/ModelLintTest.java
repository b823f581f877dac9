package org.minyi.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minyi.NodeTools;

/** Every process model passes bpmnlint with the rules of Camunda 7.24. */
class ModelLintTest {

    @Test
    void the_linter_finds_nothing_in_any_model() throws Exception {
        var linted = lint(ModelConventionsTest.models().toList());
        assertThat(linted.status()).as(linted.printed()).isZero();
    }

    @Test
    void the_linter_finds_an_end_that_nothing_leads_to(@TempDir Path folder) throws Exception {
        var good = Files.readString(Path.of("src/test/resources/badhouse/callback/small-call.bpmn"));
        var model = folder.resolve("small-call.bpmn");
        Files.writeString(model, good);
        assertThat(lint(List.of(model)).status()).isZero();

        Files.writeString(model, good.replaceAll("<bpmn:sequenceFlow id=\"flow_(calledAgain|answered)\".*", ""));

        var linted = lint(List.of(model));
        assertThat(linted.status()).isNotZero();
        assertThat(linted.printed()).containsPattern("endEvent_reached +error");
    }

    private static NodeTools.Run lint(List<Path> models) {
        var command = new ArrayList<>(List.of(
                NodeTools.node().toString(),
                NodeTools.modules().resolve("bpmnlint/bin/bpmnlint.js").toString()));
        models.forEach(model -> command.add(model.toAbsolutePath().toString()));
        return NodeTools.run(command.toArray(String[]::new));
    }
}
