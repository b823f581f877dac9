package org.minyi.supervision.process;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.minyi.citizen.WordsId;
import org.minyi.desk.Variable;
import org.minyi.organisation.UnitCode;
import org.minyi.supervision.gathering.AgreedDuty;
import org.minyi.supervision.gathering.GatheringId;

/** The names in supervision.bpmn, once. A string from the model appears nowhere else in Java. */
final class SupervisionProcess {

    /** Every unit that was invited has countersigned. */
    static final String MINUTES_COUNTERSIGNED = "supervision.minutes-countersigned";

    static final Variable<String> MATTER_ID = Variable.text("matterId");
    static final Variable<String> SEVERITY = Variable.text("severity");
    static final Variable<Integer> ROUND = Variable.number("round");
    /** The centre's desk that supervises: reviewers, or whoever stands in for them. Carried on by duty.bpmn. */
    static final Variable<String> SUPERVISE_GROUP = Variable.text("superviseGroup");
    /** Whoever answers for the unit. */
    static final Variable<String> ANSWER_GROUP = Variable.text("answerGroup");
    /** The meeting that was convened. Read by countersign.bpmn too. */
    static final Variable<String> GATHERING_ID = Variable.text("gatheringId");
    /** Local date and time, as the form has it. */
    static final Variable<String> HELD_AT = Variable.text("heldAt");

    static final Variable<String> MEETS_AT = Variable.text("meetsAt");
    static final Variable<String> MET_AT = Variable.text("metAt");
    /** User id of the leader who was spoken to. */
    static final Variable<String> INTERVIEWED = Variable.text("interviewed");
    /** What was written; the words themselves never come here. */
    static final Variable<String> PLACE_WORDS_ID = Variable.text("placeWordsId");

    static final Variable<String> TALK_WORDS_ID = Variable.text("talkWordsId");
    static final Variable<String> TALK_ANSWER_WORDS_ID = Variable.text("talkAnswerWordsId");
    static final Variable<String> AGENDA_WORDS_ID = Variable.text("agendaWordsId");
    static final Variable<String> MINUTES_WORDS_ID = Variable.text("minutesWordsId");
    /** Who completed the last task. Set by the desk. */
    static final Variable<String> DONE_BY = Variable.text("doneBy");

    /** As many as a form asks for. */
    private static final List<String> NUMBERS = List.of("One", "Two", "Three", "Four", "Five");

    private SupervisionProcess() {}

    static UUID matter(VariableScope scope) {
        return UUID.fromString(MATTER_ID.on(scope).get());
    }

    static GatheringId gathering(VariableScope scope) {
        return GatheringId.of(GATHERING_ID.on(scope).get());
    }

    static WordsId words(Variable<String> variable, VariableScope scope) {
        return said(variable, scope).map(WordsId::of).orElse(null);
    }

    /** Besides the units that are invited anyway. */
    static List<UnitCode> invited(VariableScope scope) {
        return units("invited", scope);
    }

    static List<UnitCode> absent(VariableScope scope) {
        return units("absent", scope);
    }

    private static List<UnitCode> units(String name, VariableScope scope) {
        return NUMBERS.stream()
                .map(number -> said(Variable.text(name + number), scope))
                .flatMap(Optional::stream)
                .map(UnitCode::new)
                .distinct()
                .toList();
    }

    /** What was agreed; what is wanting in one is for the service to say. */
    static List<AgreedDuty> duties(VariableScope scope) {
        return NUMBERS.stream().flatMap(number -> duty("duty" + number, scope)).toList();
    }

    private static Stream<AgreedDuty> duty(String name, VariableScope scope) {
        return said(Variable.text(name + "WordsId"), scope)
                .map(words -> new AgreedDuty(
                        said(Variable.text(name + "Unit"), scope)
                                .map(UnitCode::new)
                                .orElse(null),
                        WordsId.of(words),
                        said(Variable.text(name + "Day"), scope)
                                .map(SupervisionProcess::day)
                                .orElse(null)))
                .stream();
    }

    /** A day and time by the centre's clocks, as a form has it: {@code 2026-03-05T14:30}. */
    static LocalDateTime moment(Variable<String> variable, VariableScope scope) {
        var told = variable.on(scope).get();
        try {
            return LocalDateTime.parse(told);
        } catch (DateTimeParseException notOne) {
            throw new IllegalArgumentException("'%s' is no day and time".formatted(told), notOne);
        }
    }

    private static LocalDate day(String told) {
        try {
            return LocalDate.parse(told);
        } catch (DateTimeParseException notOne) {
            throw new IllegalArgumentException("'%s' is no day".formatted(told), notOne);
        }
    }

    /** A field that was left empty may be stored as an empty text. */
    private static Optional<String> said(Variable<String> variable, VariableScope scope) {
        return variable.on(scope).optional().filter(text -> !text.isBlank());
    }
}
