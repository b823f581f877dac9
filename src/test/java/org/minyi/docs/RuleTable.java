package org.minyi.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/** A decision table as delivered. Columns are known by their names; where they stand says nothing. */
public final class RuleTable {

    private static final String ALLOWED = "allowed";

    private final Path file;
    private final Decision decision;
    private final List<Input> inputs;
    private final List<Output> outputs;
    private final List<RuleRow> rows = new ArrayList<>();

    private RuleTable(Path file) {
        var model = Dmn.readModelFromFile(file.toFile());
        this.file = file;
        this.decision = model.getModelElementsByType(Decision.class).iterator().next();
        this.inputs = List.copyOf(model.getModelElementsByType(Input.class));
        this.outputs = List.copyOf(model.getModelElementsByType(Output.class));
        model.getModelElementsByType(Rule.class).forEach(rule -> rows.add(row(rule)));
    }

    static RuleTable of(Path file) {
        return new RuleTable(file);
    }

    String id() {
        return decision.getId();
    }

    Path file() {
        return file;
    }

    /** What it decides: its name where that says more than its id, and the first sentence of its description. */
    String purpose() {
        var described = decision.getDescription() == null
                ? ""
                : decision.getDescription().getTextContent().strip().replaceFirst("(?s)([.。])\\s.*", "$1");
        var name = decision.getName().strip();
        var saysMore = !name.toLowerCase(Locale.ROOT).replace(' ', '-').equals(id());
        return saysMore ? (name + ". " + described).strip() : described;
    }

    /** Whether it says how long steps may take. */
    boolean limitsSteps() {
        return inputs.stream().anyMatch(input -> variable(input).equals(RuleRow.STEP)) && label(ALLOWED) != null;
    }

    boolean names(String step) {
        return rows.stream().anyMatch(row -> row.names(step));
    }

    /** The rows that can answer for a step, in order: the first that fits counts, so behind one that always fits none. */
    List<RuleRow> rowsFor(String step) {
        var found = new LinkedHashMap<String, RuleRow>();
        for (var row : rows) {
            if (row.appliesTo(step)) {
                found.putIfAbsent(row.condition(), row);
                if (row.condition().isEmpty()) {
                    break;
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** What a column is called, without the notation of its cells; null when there is none of this name. */
    String label(String column) {
        return outputs.stream()
                .filter(output -> column.equals(output.getName()))
                .map(output -> output.getLabel().replaceAll(" ?\\(ISO 8601\\)", ""))
                .findFirst()
                .orElse(null);
    }

    /** Everything that stands in a column, each once. */
    List<String> answers(String column) {
        return rows.stream().map(row -> row.answer(column)).distinct().toList();
    }

    private RuleRow row(Rule rule) {
        var asked = new LinkedHashMap<String, String>();
        var cells = List.copyOf(rule.getInputEntries());
        for (var i = 0; i < inputs.size(); i++) {
            asked.put(variable(inputs.get(i)), content(cells.get(i).getText()));
        }
        var told = new LinkedHashMap<String, String>();
        var answers = List.copyOf(rule.getOutputEntries());
        for (var i = 0; i < outputs.size(); i++) {
            told.put(outputs.get(i).getName(), unquoted(content(answers.get(i).getText())));
        }
        return new RuleRow(asked, Map.copyOf(told));
    }

    private static String variable(Input input) {
        return content(input.getInputExpression().getText());
    }

    private static String content(Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }

    private static String unquoted(String cell) {
        return cell.replaceFirst("^\"(.*)\"$", "$1");
    }
}
