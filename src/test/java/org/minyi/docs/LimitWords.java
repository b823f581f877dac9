package org.minyi.docs;

import static java.util.stream.Collectors.joining;
import static org.minyi.docs.Markdown.code;
import static org.minyi.docs.Markdown.file;
import static org.minyi.docs.Markdown.named;
import static org.minyi.docs.Markdown.sentence;
import static org.minyi.docs.Markdown.text;

import java.util.List;

/** Limits in words: how long a step may take, and where a timer has its time from. */
final class LimitWords {

    private final RuleTables tables;

    LimitWords(RuleTables tables) {
        this.tables = tables;
    }

    /** Every row that can answer for a step, each with what it says in words. */
    String ofStep(String step) {
        return tables.limiting(step).stream()
                .map(table -> (table.names(step) ? "" : "no row of its own, so as any other step:\n")
                        + sentences(table.rowsFor(step)))
                .collect(joining("\n"));
    }

    private static String sentences(List<RuleRow> rows) {
        return rows.stream()
                .map(row -> "**" + time(row) + "**" + (rows.size() == 1 ? "" : " (" + when(row) + ")") + ": "
                        + sentence(row.answer("why")))
                .collect(joining("\n"));
    }

    String ofTimer(TimerLimit limit) {
        return limit.isSetting() ? ofSetting(limit.key()) : ofTable(limit);
    }

    private static String ofSetting(String name) {
        var unset = Settings.unset(name).orElse("");
        return "the setting " + code(name)
                + (unset.isEmpty() ? "" : ": " + text(TimeWords.ofSetting(unset)) + " unless set otherwise");
    }

    private String ofTable(TimerLimit limit) {
        var table = tables.find(limit.source()).orElseThrow();
        var found = "the table " + file(table.id(), table.file()) + ", ";
        if (table.limitsSteps()) {
            return found + "row " + code(limit.key()) + ": " + times(table.rowsFor(limit.key()));
        }
        var label = table.label(limit.key());
        return label == null
                ? found + text(limit.key())
                : found + "column " + named(label) + ": " + TimeWords.range(table.answers(limit.key()));
    }

    private static String times(List<RuleRow> rows) {
        return rows.stream()
                .map(row -> time(row) + (rows.size() == 1 ? "" : " (" + when(row) + ")"))
                .collect(joining(", "));
    }

    private static String time(RuleRow row) {
        return TimeWords.of(row.answer("allowed"), row.answer("counted"));
    }

    private static String when(RuleRow row) {
        return row.condition().isEmpty() ? "otherwise" : text(row.condition());
    }
}
