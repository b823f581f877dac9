package org.minyi.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minyi.NodeTools;

/** Every process model passes bpmnlint with the rules of Camunda 7.24. */
class ModelLintTest {

    @Test
    void the_linter_finds_nothing_in_any_model() throws Exception {
        var command = new ArrayList<>(List.of(
                NodeTools.node().toString(),
                NodeTools.modules().resolve("bpmnlint/bin/bpmnlint.js").toString()));
        ModelConventionsTest.models()
                .map(model -> model.toAbsolutePath().toString())
                .forEach(command::add);
        var linted = NodeTools.run(command.toArray(String[]::new));
        assertThat(linted.status()).as(linted.printed()).isZero();
    }
}
