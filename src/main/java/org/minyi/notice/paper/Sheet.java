package org.minyi.notice.paper;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Fills a drawing in. A text stays a text: it is put into the tree of the page and never read as a part of one.
 *
 * <ul>
 *   <li>{@code {{name}}} and {@code {{name:format}}} in a text: what is said of the name
 *   <li>{@code data-if="name"}, {@code "name=A|B"}, {@code "name!=A|B"}, {@code "name:format"}: left out where it is not so
 *   <li>{@code data-each="name"}: once for each line of the table
 *   <li>{@code data-lines="name"}: once for each line of what somebody wrote
 * </ul>
 */
final class Sheet {

    private static final Pattern BLANK = Pattern.compile("\\{\\{([A-Za-z]+)(?::([a-z]+))?}}");
    private static final Pattern CONDITION = Pattern.compile("([A-Za-z]+)(?::([a-z]+))?(?:(!?=)([A-Z_|]+))?");
    /** True once something was cut: the drawing says where the whole of it stands. */
    private static final String CUT = "cut";

    private static final String OF_WORDS = "words";
    private static final String ELLIPSIS = "……";

    private final Limits limits;
    private final Printable printable;
    private boolean cut;

    Sheet(Limits limits, Printable printable) {
        this.limits = limits;
        this.printable = printable;
    }

    void fill(Document drawing, Values values) {
        cut = isCut(drawing.getDocumentElement(), values);
        fill(drawing.getDocumentElement(), values);
        drawing.getDocumentElement().normalize();
    }

    /** What is cut is known before anything is filled in: the sentence about it may stand anywhere. */
    private boolean isCut(Element element, Values values) {
        var lines = element.getAttribute("data-lines");
        var each = element.getAttribute("data-each");
        if (!lines.isEmpty() && values.words(lines) != null && isLong(values.words(lines))) {
            return true;
        }
        if (!each.isEmpty()) {
            var rows = values.rows(each);
            return rows.size() > limits.rows()
                    || rows.stream().anyMatch(row -> row.words("what") != null && isLong(row.words("what")));
        }
        return children(element).stream().anyMatch(child -> child instanceof Element inner && isCut(inner, values));
    }

    private boolean isLong(String words) {
        return words.length() > limits.words();
    }

    private void fill(Node node, Values values) {
        if (node instanceof Text text) {
            text.setData(filled(text.getData(), values));
        } else if (node instanceof Element element) {
            fill(element, values);
        }
    }

    private void fill(Element element, Values values) {
        var condition = taken(element, "data-if");
        if (!condition.isEmpty() && !holds(condition, values)) {
            element.getParentNode().removeChild(element);
            return;
        }
        var each = taken(element, "data-each");
        var lines = taken(element, "data-lines");
        if (!each.isEmpty()) {
            var rows = values.rows(each);
            repeat(element, Math.min(rows.size(), limits.rows()), (copy, at) -> fill(copy, rows.get(at)));
        } else if (!lines.isEmpty()) {
            var written = written(values.words(lines));
            repeat(element, written.size(), (copy, at) -> copy.setTextContent(printable.of(written.get(at))));
        } else {
            children(element).forEach(child -> fill(child, values));
            dissolve(element);
        }
    }

    /** A part that was only there to be left out: left in, it is copied in the wrong place where it goes over a line's end. */
    private static void dissolve(Element element) {
        if (element.getTagName().equals("span") && !element.hasAttributes()) {
            var parent = element.getParentNode();
            children(element).forEach(child -> parent.insertBefore(child, element));
            parent.removeChild(element);
        }
    }

    private interface Filling {

        void fill(Element copy, int at);
    }

    private static void repeat(Element element, int times, Filling filling) {
        var parent = element.getParentNode();
        for (int at = 0; at < times; at++) {
            var copy = (Element) element.cloneNode(true);
            parent.insertBefore(copy, element);
            filling.fill(copy, at);
        }
        parent.removeChild(element);
    }

    private boolean holds(String condition, Values values) {
        var read = CONDITION.matcher(condition);
        if (!read.matches()) {
            throw new IllegalArgumentException("a drawing asks something that cannot be read: " + condition);
        }
        var name = read.group(1);
        if (name.equals(CUT)) {
            return cut;
        }
        if (read.group(3) == null) {
            return isSaid(name, read, values);
        }
        var among = List.of(read.group(4).split("\\|", -1)).contains(values.text(name, ""));
        return among == read.group(3).equals("=");
    }

    private static boolean isSaid(String name, Matcher read, Values values) {
        var format = read.group(2) == null ? "" : read.group(2);
        var text = values.text(name, format);
        var words = values.words(name);
        return (text != null && !text.isBlank())
                || (words != null && !words.isBlank())
                || !values.rows(name).isEmpty();
    }

    private String filled(String text, Values values) {
        var filled = new StringBuilder();
        var blanks = BLANK.matcher(text);
        while (blanks.find()) {
            blanks.appendReplacement(filled, Matcher.quoteReplacement(said(blanks.group(1), blanks.group(2), values)));
        }
        blanks.appendTail(filled);
        return filled.toString();
    }

    private String said(String name, String format, Values values) {
        var said = OF_WORDS.equals(format)
                ? String.join(" ", written(values.words(name)))
                : values.text(name, format == null ? "" : format);
        if (said == null) {
            throw new IllegalStateException("a drawing needs '%s', and nothing is said of it".formatted(name));
        }
        return printable.of(said);
    }

    private List<String> written(String words) {
        if (words == null) {
            return List.of();
        }
        var shown = isLong(words) ? whole(words, limits.words()) + ELLIPSIS : words;
        return shown.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** So many characters, and none of them halved. */
    private static String whole(String words, int atMost) {
        return words.substring(
                0, atMost > 0 && Character.isHighSurrogate(words.charAt(atMost - 1)) ? atMost - 1 : atMost);
    }

    private static String taken(Element element, String attribute) {
        var value = element.getAttribute(attribute);
        element.removeAttribute(attribute);
        return value;
    }

    /** As they are now: filling in changes the tree. */
    private static List<Node> children(Node node) {
        var children = node.getChildNodes();
        return IntStream.range(0, children.getLength()).mapToObj(children::item).toList();
    }
}
