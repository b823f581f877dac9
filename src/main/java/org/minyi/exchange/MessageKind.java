package org.minyi.exchange;

import static org.minyi.exchange.FieldRule.Shape.CODE;
import static org.minyi.exchange.FieldRule.Shape.COUNT;
import static org.minyi.exchange.FieldRule.Shape.INSTANT;
import static org.minyi.exchange.FieldRule.Shape.TRUTH;
import static org.minyi.exchange.FieldRule.Shape.UNIT;
import static org.minyi.exchange.FieldRule.Shape.WORDS;
import static org.minyi.exchange.FieldRule.may;
import static org.minyi.exchange.FieldRule.must;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What two exchanges have to say to each other about a matter, in which direction, and what belongs to it. */
public enum MessageKind {
    /** The peer gives a matter to us; always the first message about it. */
    HAND_OVER(
            EnumSet.of(Way.IN),
            must("name", WORDS, 100),
            may("phone", WORDS, 40),
            may("address", WORDS, 200),
            may("minor", TRUTH, 0),
            may("matterKind", CODE, 20),
            may("unit", UNIT, 0),
            may("officer", WORDS, 60),
            may("business", WORDS, 60),
            must("words", WORDS, 4_000),
            may("dueBy", INSTANT, 0),
            may("noCallback", TRUTH, 0)),
    /** Triage took the matter on. */
    ACCEPT(EnumSet.of(Way.OUT)),
    /** The matter is not ours: why, and where the person has to turn. */
    RETURN(EnumSet.of(Way.OUT), must("words", WORDS, 4_000)),
    /** What the peer says to a return: UPHELD, or REFUSED, and then the matter is triaged anew. */
    RETURN_VERDICT(EnumSet.of(Way.IN), must("verdict", CODE, 10), may("words", WORDS, 2_000)),
    /** Out: this unit has the matter from now on. In: the peer wants it to be another's. */
    RE_ASSIGN(
            EnumSet.of(Way.IN, Way.OUT), may("unit", UNIT, 0), may("unitName", WORDS, 200), may("words", WORDS, 2_000)),
    /** More time was granted here; the peer's own limit is its to move. */
    EXTENSION_REQUEST(EnumSet.of(Way.OUT), must("days", COUNT, 365), may("words", WORDS, 4_000)),
    EXTENSION_VERDICT(
            EnumSet.of(Way.IN), must("verdict", CODE, 10), may("dueBy", INSTANT, 0), may("words", WORDS, 2_000)),
    /** The clock of a step stands still here; the peer's own is its to stop. */
    SUSPENSION_REQUEST(
            EnumSet.of(Way.OUT), must("until", INSTANT, 0), must("reason", CODE, 40), may("words", WORDS, 4_000)),
    SUSPENSION_VERDICT(EnumSet.of(Way.IN), must("verdict", CODE, 10), may("words", WORDS, 2_000)),
    /** What was waited for is there: the clock goes on. */
    SUSPENSION_RELEASE(EnumSet.of(Way.OUT), must("at", INSTANT, 0)),
    /** The person does not want to be called about it. */
    NO_CALLBACK(EnumSet.of(Way.IN), may("words", WORDS, 2_000)),
    /** What was done, or what was found. One for each round of putting it right. */
    RESULT(EnumSet.of(Way.OUT), must("outcome", CODE, 40), may("round", COUNT, 99), may("words", WORDS, 4_000)),
    /** What the person said when they were asked whether it is settled, by whichever side asked. */
    CALL_BACK_RESULT(
            EnumSet.of(Way.IN, Way.OUT), must("answer", CODE, 20), may("round", COUNT, 99), may("words", WORDS, 4_000)),
    /** The peer supervises the matter: its unit has to answer. */
    SUPERVISION_OPINION(EnumSet.of(Way.IN), must("words", WORDS, 2_000)),
    SUPERVISION_ANSWER(EnumSet.of(Way.OUT), must("words", WORDS, 4_000)),
    /** The matter is over on the side that says so. */
    CLOSE(
            EnumSet.of(Way.IN, Way.OUT),
            must("outcome", CODE, 40),
            may("joinedTo", CODE, 40),
            may("words", WORDS, 2_000));

    // Copies that nobody changes; the checker knows no such type.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Way> ways;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<FieldRule> fields;

    MessageKind(Set<Way> ways, FieldRule... fields) {
        this.ways = Set.copyOf(ways);
        this.fields = List.of(fields);
    }

    /** As it is written in a message: {@code hand-over}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<MessageKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    public boolean travels(Way way) {
        return ways.contains(way);
    }

    /** What its body may hold; nothing else is in it. */
    public List<FieldRule> fields() {
        return fields;
    }
}
