package org.minyi.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.minyi.notice.paper.Values;

/** What is filled into the drawing of a document. */
record Content(Writing writing, Head head, Map<String, String> facts, Map<String, String> words, List<Line> duties)
        implements Values {

    private static final String DUTIES = "duties";
    private static final int LONGEST_IN_BIG_LETTERS = 13;

    /** A duty, and what it says. */
    record Line(Duty duty, String what) {}

    @Override
    public String text(String name, String format) {
        var notice = head.notice();
        return switch (name) {
            case "centre" -> head.centre();
            case "centreShort" -> isLong() ? null : head.centre();
            case "centreLong" -> isLong() ? head.centre() : null;
            case "code" -> notice.code();
            case "kind" -> Texts.of("kind." + notice.kind());
            case "unit" -> writing.of(notice.unit().value(), "unit");
            case "issued" -> writing.of(notice.issuedAt().toString(), format);
            case "matter" -> matter();
            case "round" -> String.valueOf(notice.round());
            case "previousRound" -> String.valueOf(Math.max(1, notice.round() - 1));
            case "reason" -> notice.reason();
            case "copies" -> head.copies().isEmpty() ? null : Writing.list(head.copies());
            default -> facts.containsKey(name) ? writing.of(facts.get(name), format) : null;
        };
    }

    /** The head of the page has one line, in big letters for most. */
    private boolean isLong() {
        return head.centre().codePointCount(0, head.centre().length()) > LONGEST_IN_BIG_LETTERS;
    }

    private String matter() {
        var number = head.matter().number();
        var title = head.matter().title();
        if (number == null) {
            return "";
        }
        return title != null && ChineseNames.isChinese(title)
                ? Texts.of("matter.titled", number, ChineseNames.chinese(title))
                : Texts.of("matter", number);
    }

    @Override
    public String words(String name) {
        return words.get(name);
    }

    @Override
    public List<Values> rows(String name) {
        if (!name.equals(DUTIES)) {
            return List.of();
        }
        var rows = new ArrayList<Values>();
        duties.forEach(line -> rows.add(new Row(rows.size() + 1, line)));
        return rows;
    }

    private final class Row implements Values {

        private final int place;
        private final Line line;

        Row(int place, Line line) {
            this.place = place;
            this.line = line;
        }

        @Override
        public String text(String name, String format) {
            return switch (name) {
                case "place" -> String.valueOf(place);
                case "unit" -> writing.of(line.duty().unit().value(), "unit");
                case "due" -> writing.of(line.duty().due().toString(), format);
                default -> null;
            };
        }

        @Override
        public String words(String name) {
            return name.equals("what") ? line.what() : null;
        }

        @Override
        public List<Values> rows(String name) {
            return List.of();
        }
    }
}
