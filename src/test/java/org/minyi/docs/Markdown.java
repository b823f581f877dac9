package org.minyi.docs;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Markdown as the documents use it. Whatever a process owner wrote stays text and stays in its cell. */
final class Markdown {

    private Markdown() {}

    /** Words from a model: on one line, and no sign in them means anything. */
    static String text(String words) {
        return words.strip()
                .replaceAll("\\s+", " ")
                .replaceAll("([\\\\`*<\\[\\]|~]|\\b_|_\\b)", "\\\\$1")
                .replace("&", "&amp;");
    }

    /** Words from a model that stand alone. */
    static String sentence(String words) {
        return ended(text(words));
    }

    /** A capital before what is Markdown already, a full stop behind. */
    static String ended(String markdown) {
        if (markdown.isEmpty()) {
            return "";
        }
        var capital = markdown.substring(0, 1).toUpperCase(Locale.ROOT) + markdown.substring(1);
        if (capital.matches("(?s).*[.!?…。！？]")) {
            return capital;
        }
        return capital + (Character.isIdeographic(capital.codePointBefore(capital.length())) ? "。" : ".");
    }

    /** As it stands in the model, letter by letter. */
    static String code(String words) {
        // A bar ends a cell even between backticks, and a backtick ends the code.
        return "`" + words.strip().replaceAll("\\s+", " ").replace("`", "'").replace("|", "\\|") + "`";
    }

    static String named(String name) {
        return "*" + text(name) + "*";
    }

    static String link(String shown, String target) {
        return "[" + text(shown) + "](" + target + ")";
    }

    /** A file of the project, seen from docs/. */
    static String file(String shown, Path file) {
        return link(shown, "../" + file.toString().replace('\\', '/'));
    }

    /** The place of a heading, as GitHub and most others call it. */
    static String anchor(String heading) {
        return "#"
                + heading.strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                        .replaceAll("\\s", "-");
    }

    /** A table of cells that are Markdown already; a line in a cell is a line in the table. */
    static String table(List<String> head, List<List<String>> rows) {
        var lines = rows.stream().map(Markdown::row).collect(joining());
        return row(head) + "|" + "---|".repeat(head.size()) + "\n" + lines;
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> cell.strip().replace("\n", "<br>")).collect(joining(" | ", "| ", " |\n"));
    }
}
