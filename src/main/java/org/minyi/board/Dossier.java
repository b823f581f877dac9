package org.minyi.board;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What stands beside the form of a task: whose matter it is, who holds it, why until then, and the story so far. Every
 * text of Minyi's own is in the reader's language; a matter's title, a task's name and the rule of a deadline read as the
 * drawings and tables say them. No id and no key of the engine is in it.
 *
 * @param matter null while nobody has complained: for a call from a survey, or a wave
 * @param person null for a task that is about nobody, and for whoever decides if it is told
 * @param deadline null when no rule fixed one
 * @param timeline latest first
 * @param earlier the person's other matters, latest first; empty for a unit, which reads its own matter only
 * @param clocks everything that runs in the matter, what is due first before the others
 * @param time what more time the reader may ask for in this task; null where it is not theirs to ask
 * @param receipt to be read out to the caller; null where the reader takes no call
 * @param supervise to be named when the reader supervises the matter; null where they may not, or do already
 */
public record Dossier(
        Matter matter,
        Person person,
        Holder holder,
        Why deadline,
        List<Entry> timeline,
        List<Earlier> earlier,
        List<Clock> clocks,
        Time time,
        Receipt receipt,
        UUID supervise) {

    /**
     * What a caller asks with later, if what they say becomes a matter.
     *
     * @param code sixteen digits, in fours
     * @param address where they can ask by themselves; null where the centre has told none
     */
    public record Receipt(String code, String address) {}

    /** A clock that runs: which step, at which unit by name, until when. */
    public record Clock(String step, String unit, Instant due) {}

    /**
     * How the reader may ask for more time.
     *
     * @param choices empty where nothing may be asked for now
     * @param pending whether a question waits for its decision
     * @param pausedUntil until when the clock stands still; null while it runs
     */
    public record Time(List<Choice> choices, boolean pending, Instant pausedUntil) {

        /**
         * One kind.
         *
         * @param kind EXTENSION or PAUSE
         * @param atMostDays working days
         * @param rule the words of the table that says so
         */
        public record Choice(String kind, int atMostDays, String rule) {}
    }

    /**
     * The matter's head.
     *
     * @param concerns who it is about, officer and unit by name; null while nobody knows
     * @param supervised whether a leader waits for an answer about it
     */
    public record Matter(
            String number,
            String title,
            String kind,
            String channel,
            Instant openedAt,
            String state,
            String severity,
            String category,
            String concerns,
            int round,
            boolean supervised) {}

    /**
     * The citizen as far as the reader may see them.
     *
     * @param name masked unless the reader is about to dial
     * @param number masked unless the reader is about to dial; null when hidden or unknown
     * @param address masked unless the reader is about to dial; null when hidden or unknown
     * @param dial how the reader dials: CLICK where a click does it, and the number need not be shown; NO_EXTENSION where
     *     it would if they had an extension; null where no exchange dials for anybody, or the reader does not dial
     * @param asking null where there is nothing to ask: who dials sees it all, and those it is about may not ask
     * @param withheld why somebody who may see it all is shown nothing whole; null where they are, or may not
     */
    public record Person(
            String name,
            String number,
            String address,
            boolean minor,
            boolean canDial,
            String dial,
            Asking asking,
            String withheld) {

        /** Whether nothing of the person is kept from the reader. */
        @JsonIgnore
        boolean isWhole() {
            return withheld == null && (canDial || (asking != null && asking.isGranted()));
        }
    }

    /**
     * How the reader may come to know whom the matter is from.
     *
     * @param matter to be named when asking
     * @param state MAY_ASK, ASKED, GRANTED or REFUSED
     * @param until when a grant ends; null without one
     * @param reason of a refusal; null otherwise
     */
    public record Asking(UUID matter, String state, Instant until, String reason) {

        @JsonIgnore
        boolean isGranted() {
            return until != null;
        }
    }

    /**
     * Who has it in hand.
     *
     * @param who null until somebody claims the task
     */
    public record Holder(String task, String unit, String who, Instant due) {}

    /**
     * Why this deadline.
     *
     * @param allowed how much time, and which of it counts
     * @param rule where that comes from: the words of the row, table and version
     * @param reasons everything else that made it so, a sentence each: calendar, days of rest, pauses, extensions
     */
    public record Why(Instant due, String allowed, String rule, List<String> reasons) {}

    /**
     * One happening on the timeline.
     *
     * @param document the id of an official document that can be opened; null for all else
     * @param files what was handed in with it and can be opened
     */
    public record Entry(
            Instant at,
            String kind,
            String title,
            String text,
            String by,
            String unit,
            Integer round,
            UUID document,
            List<File> files) {}

    /**
     * A file that was handed in. What it is called stays sealed until it is opened: names of files name people.
     *
     * @param title its number among the others, kind and size
     */
    public record File(UUID id, String title) {}

    /** Another matter of the same person. */
    public record Earlier(String number, String title, Instant openedAt, String state, String outcome) {}
}
