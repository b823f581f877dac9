package org.minyi.desk.guard;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * FEEL as it may stand in a table, and the little of it that may hide a field of a form. FEEL itself can call nothing of
 * Java here (the engine has external functions off); what is kept out is what would only pretend to be FEEL, functions of
 * one's own, and loops.
 */
final class SafeFeel {

    private static final int LONGEST = 4_000;
    private static final Pattern STRINGS = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern NOT_FOR_A_TABLE =
            Pattern.compile("\\b(function|external|for|java|class)\\b|;|\\beval\\b");
    /** Names, texts, numbers, comparisons, and, or, not, brackets. */
    private static final Pattern COMPARISON = Pattern.compile(
            "=(?:\\s|\"\"|[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*|-?\\d+(?:\\.\\d+)?|!=|<=|>=|[=<>()])+");

    /** Whatever looks like a call, but for {@code not(…)} and brackets around a side of and, or. */
    private static final Pattern CALL =
            Pattern.compile("(?!\\b(?:not|and|or)\\b)\\b[A-Za-z_][A-Za-z0-9_]*\\s*\\(|\\)\\s*\\(");

    private SafeFeel() {}

    static Optional<String> objection(String text) {
        if (text.length() > LONGEST) {
            return Optional.of("at most %d characters".formatted(LONGEST));
        }
        if (SafeExpression.isExpression(text)) {
            return Optional.of("a table speaks FEEL, no expressions");
        }
        var refused = NOT_FOR_A_TABLE.matcher(STRINGS.matcher(text).replaceAll("\"\""));
        return refused.find() ? Optional.of("'%s' is not for a table".formatted(refused.group())) : Optional.empty();
    }

    /** What may decide whether a field is shown: {@code =verdict = "FOUNDED" and score < 60}. */
    static boolean isComparison(String text) {
        if (text.length() > 500) {
            return false;
        }
        var words = STRINGS.matcher(text).replaceAll("\"\"");
        return COMPARISON.matcher(words).matches()
                && !CALL.matcher(words).find()
                && !NOT_FOR_A_TABLE.matcher(words).find();
    }
}
