package org.minyi.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the benchmarks measured, as the rows of one Markdown table. */
public final class Figures {

    private final List<String> rows = new ArrayList<>();

    /** Adds a row: minimum, median and maximum of the runs, and what was to be reached. */
    public void add(String what, String unit, String target, double... runs) {
        var sorted = runs.clone();
        Arrays.sort(sorted);
        rows.add("| %s | %s | %s | %s | %s | %s | %d |"
                .formatted(
                        what,
                        unit,
                        number(sorted[0]),
                        number(sorted[sorted.length / 2]),
                        number(sorted[sorted.length - 1]),
                        target,
                        runs.length));
    }

    String table() {
        return "| What | Unit | Min | Median | Max | To reach | Runs |\n|---|---|---|---|---|---|---|\n"
                + String.join("\n", rows)
                + "\n";
    }

    private static String number(double value) {
        return value >= 100 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
