package org.minyi.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code -Dminyi.draw=docs/images}, with which DrawingsTest draws the pictures anew, writes the document anew. */
class ProcessesDocumentTest {

    private static final Path MODELS = Path.of("src/main/resources/processes");
    private static final Path DOCUMENT = Path.of("docs/processes.md");
    private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");
    private static final String RENEW =
            "./mvnw test -Dtest='DrawingsTest,ProcessesDocumentTest' -Dminyi.draw=docs/images";

    @Test
    void the_document_says_what_the_models_say_now() throws IOException {
        var written = ProcessesDocument.of(MODELS).write();
        if (System.getProperty("minyi.draw") != null) {
            Files.writeString(Path.of(System.getProperty("minyi.draw")).resolveSibling("processes.md"), written);
        }
        var committed = Files.readString(DOCUMENT);
        var message = "%s is older than the models; this writes it anew: %s".formatted(DOCUMENT, RENEW);
        assertThat(written.lines().filter(line -> !committed.contains(line + "\n")))
                .as(message)
                .isEmpty();
        assertThat(committed.equals(written)).as(message).isTrue();
    }

    @Test
    void no_drawing_and_no_table_is_left_out() {
        var written = ProcessesDocument.of(MODELS).write();

        assertThat(ProcessDrawings.in(MODELS).all())
                .allSatisfy(drawing -> assertThat(written).contains("## " + drawing.name(), drawing.id() + ".svg)"));
        assertThat(RuleTables.in(MODELS).all())
                .allSatisfy(table -> assertThat(written).contains("| [" + table.id() + "]("));
    }

    @Test
    void every_link_leads_somewhere() throws IOException {
        var written = ProcessesDocument.of(MODELS).write();
        var headings = written.lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> Markdown.anchor(line.replaceFirst("#+ ", "")))
                .toList();

        assertThat(LINK.matcher(written).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(target -> {
                    if (target.startsWith("#")) {
                        assertThat(headings).contains(target);
                    } else {
                        assertThat(DOCUMENT.resolveSibling(target.replaceFirst("#.*", "")))
                                .exists();
                    }
                });
    }
}
