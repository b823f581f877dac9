package org.minyi.notice;

import java.util.Locale;
import java.util.Set;

/**
 * What official documents there are; each kind counts for itself, and has a drawing of its own in {@code notices/}. All
 * facts and words of a kind may be missing, then the sentence that needs them is left out; a name that is none of the kind
 * is refused.
 */
// The sets are made by Set.of and never change.
@SuppressWarnings("ImmutableEnumChecker")
public enum Kind {
    /** To a unit that is late ({@code LATE}), or has to put a matter right once more ({@code ONCE_MORE}). */
    REMINDER_LETTER("提", Set.of("due", "until"), Set.of("note")),
    /** What a unit has to do under supervision, and until when its leader answers. */
    SUPERVISION_NOTICE("督", Set.of("answerDue"), Set.of("finding", "demand")),
    /** What was said when a leader was spoken to. */
    INTERVIEW_RECORD(
            "谈", Set.of("heldAt", "interviewer", "interviewed", "recorder"), Set.of("place", "talk", "answer")),
    MEETING_INVITATION("会", Set.of("meetsAt", "convener", "invited"), Set.of("place", "agenda")),
    /** With how the units that were invited countersigned. */
    MEETING_MINUTES(
            "纪",
            Set.of("metAt", "chair", "recorder", "attended", "countersigned", "dissenting"),
            Set.of("place", "minutes")),
    /** Verdict and score as the centre confirmed them, and until when they may be contested. */
    RESPONSIBILITY_VERDICT(
            "责", Set.of("verdict", "score", "officer", "confirmedBy", "objectBy"), Set.of("finding", "grounds")),
    /** Told across the city: copies go to every sub-centre. */
    ACCOUNTABILITY_NOTICE("问", Set.of("verdict", "score", "officer"), Set.of("finding", "measures", "demand"));

    private final String sign;
    private final Set<String> facts;
    private final Set<String> words;

    Kind(String sign, Set<String> facts, Set<String> words) {
        this.sign = sign;
        this.facts = facts;
        this.words = words;
    }

    /** The character in its number: the 督 of 澜民督〔2026〕1号. */
    String sign() {
        return sign;
    }

    boolean knowsFact(String name) {
        return facts.contains(name);
    }

    boolean knowsWords(String name) {
        return words.contains(name);
    }

    /** The file of its drawing, without its ending. */
    String drawing() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
