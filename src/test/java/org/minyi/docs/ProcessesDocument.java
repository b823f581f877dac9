package org.minyi.docs;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.List;

/** docs/processes.md: every process with its steps, timers and tables, as the models say. */
final class ProcessesDocument {

    private static final String LEAD =
            """
            <!-- Written by the build from the models; changed by hand it fails ProcessesDocumentTest, which says how to
                 write it anew. -->
            # How a matter goes

            Every process as its drawing says: who does what, in what time, and where each limit comes from. No drawing
            holds a time. Times stand in the tables (`.dmn`) and settings named here, as Minyi is delivered; a process
            owner may have [changed](operations.md#changing-a-model-a-table-or-a-form) them since, without anybody
            programming. *Time allowed* is what the table `time-limit` says; of several rows the first that fits counts.

            A *desk* is the group whose members find the step in Tasklist: `triage` and other plain words are groups of
            the centre, `${…}` is a group that is chosen when the step is reached, of the unit that has the matter or of
            an impartial one above it. A picture opens in full size with a click.
            """;

    private final ProcessDrawings drawings;
    private final RuleTables tables;

    private ProcessesDocument(ProcessDrawings drawings, RuleTables tables) {
        this.drawings = drawings;
        this.tables = tables;
    }

    static ProcessesDocument of(Path models) {
        return new ProcessesDocument(ProcessDrawings.in(models), RuleTables.in(models));
    }

    String write() {
        return LEAD + "\n" + contents() + "\n"
                + drawings.all().stream()
                        .map(drawing -> new ProcessPage(drawing, drawings, tables).write())
                        .collect(joining("\n\n", "", "\n"));
    }

    private String contents() {
        return Markdown.table(
                List.of("Process", "What it is for"),
                drawings.all().stream()
                        .map(drawing -> List.of(
                                ProcessDrawings.links(List.of(drawing)),
                                Markdown.sentence(drawing.told().of("Purpose"))))
                        .toList());
    }
}
