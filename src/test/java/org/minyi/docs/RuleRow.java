package org.minyi.docs;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One row of a decision table.
 *
 * @param asked the cells of what is asked, by the variable, in the order of the columns
 * @param told the cells of what is answered, by the column's name, without quotation marks
 */
record RuleRow(Map<String, String> asked, Map<String, String> told) {

    static final String STEP = "step";

    private static final Pattern TEXTS = Pattern.compile("(not\\()?\"[^\"]*\"(, ?\"[^\"]*\")*\\)?");

    /** Whether this row was written for the step. */
    boolean names(String step) {
        var cell = cell(STEP);
        return !cell.startsWith("not(") && cell.contains("\"" + step + "\"");
    }

    /** Whether this row may answer for the step: because it names it, or because it names none. */
    boolean appliesTo(String step) {
        var cell = cell(STEP);
        return cell.isEmpty() || names(step) || (cell.startsWith("not(") && !cell.contains("\"" + step + "\""));
    }

    /** What else has to be so for this row to answer, in words; empty when nothing has. */
    String condition() {
        return asked.keySet().stream()
                .filter(variable -> !variable.equals(STEP) && !cell(variable).isEmpty())
                .map(this::words)
                .collect(joining(", "));
    }

    /** Empty when the table has no such column. */
    String answer(String column) {
        return told.getOrDefault(column, "");
    }

    private String words(String variable) {
        var cell = cell(variable);
        return TEXTS.matcher(cell).matches()
                ? cell.replace("not(", "not ")
                        .replaceAll("[\")]", "")
                        .replace('_', ' ')
                        .replaceAll(", ?", " or ")
                        .toLowerCase(Locale.ROOT)
                : variable + " " + cell;
    }

    private String cell(String variable) {
        var cell = asked.getOrDefault(variable, "").strip();
        return cell.equals("-") ? "" : cell;
    }
}
