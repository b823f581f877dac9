package org.minyi.contact.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints what became of a file. */
final class Report {

    private static final List<String> COLUMNS = List.of("line", "field", "arrived", "expected");

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void print(String file, JsonNode answer) {
        out.printf(
                Locale.ROOT,
                "%s: %,d received, %,d accepted, %,d repeated, %,d rejected%n",
                file,
                answer.path("received").asLong(),
                answer.path("accepted").asLong(),
                answer.path("repeated").asLong(),
                answer.path("rejected").asLong());
        if (!answer.path("unknownColumns").isEmpty()) {
            var names = new ArrayList<String>();
            answer.path("unknownColumns").forEach(name -> names.add(name.asText()));
            out.println("Columns nobody knows, passed over: " + String.join(", ", names));
        }
        if (!answer.path("rejects").isEmpty()) {
            table(answer.path("rejects"));
        }
        long leftOut = answer.path("rejectsLeftOut").asLong();
        if (leftOut > 0) {
            out.printf(Locale.ROOT, "and %,d more%n", leftOut);
        }
    }

    private void table(JsonNode rejects) {
        var widths = new int[COLUMNS.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = COLUMNS.get(column).length();
            for (var reject : rejects) {
                widths[column] = Math.max(
                        widths[column],
                        reject.path(COLUMNS.get(column)).asText().length());
            }
        }
        out.println();
        row(COLUMNS, widths);
        for (var reject : rejects) {
            row(COLUMNS.stream().map(column -> reject.path(column).asText()).toList(), widths);
        }
    }

    private void row(List<String> cells, int[] widths) {
        var row = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            row.append(cells.get(column))
                    .append(" ".repeat(widths[column] - cells.get(column).length() + 2));
        }
        out.println(row.toString().stripTrailing());
    }
}
