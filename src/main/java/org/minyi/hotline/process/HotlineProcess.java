package org.minyi.hotline.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsId;
import org.minyi.complaint.Kind;
import org.minyi.desk.Variable;
import org.minyi.hotline.TakenCall;

/** The names in hotline-call, police-hotline and ring-back.bpmn, once. A string from the models appears nowhere else in Java. */
final class HotlineProcess {

    static final String CALL = "hotline-call";
    static final String POLICE = "police-hotline";

    /** Somebody picked up a call to the public hotline. */
    static final String CALL_ANSWERED = "hotline.call-answered";
    /** Likewise to the police hotline. */
    static final String OFFICER_CALLED = "hotline.officer-called";
    /** Whoever called the public hotline was not answered, and has no ring-back yet. */
    static final String CALL_GIVEN_UP = "hotline.call-given-up";
    /** They called again, and somebody picked up. */
    static final String CALLED_AGAIN = "hotline.called-again";

    /** Who picked up; has the task. */
    static final Variable<String> ANSWERED_BY = Variable.text("answeredBy");
    /** Who calls, where one person alone is known on the line, and whoever the form names instead. */
    static final Variable<String> PERSON_ID = Variable.text("personId");
    /** Another line, where the form says one. */
    static final Variable<String> LINE_ID = Variable.text("lineId");
    /** Of the form. */
    static final Variable<String> KIND = Variable.text("kind");
    /** The form's business code; null when nobody said it. */
    static final Variable<String> BUSINESS = Variable.text("business");
    /** The form's unit code; null when nobody said it. */
    static final Variable<String> UNIT = Variable.text("unit");
    /** What was said; the words themselves never come here. */
    static final Variable<String> COMPLAINT_WORDS_ID = Variable.text("complaintWordsId");
    /** MATTER, ANSWERED or NOTHING. Read by the gateway. */
    static final Variable<String> TAKEN_AS = Variable.text("takenAs");
    /** Likewise on the police hotline. */
    static final Variable<String> WORD_KIND = Variable.text("wordKind");
    /** MATTER, ANSWERED, NOT_REACHED or NOT_WANTED; of whoever was rung back. Read by the gateway. */
    static final Variable<String> RING_OUTCOME = Variable.text("ringOutcome");
    /** Tries so far, for callback-plan.dmn; each is a turn with a deadline of its own. */
    static final Variable<Integer> ATTEMPT = Variable.number("attempt");
    /** Hour of the last one. */
    static final Variable<Integer> ATTEMPT_HOUR = Variable.number("attemptHour");
    /** Who completed the last task. Set by the desk. */
    static final Variable<String> DONE_BY = Variable.text("doneBy");

    private HotlineProcess() {}

    static TakenCall taken(DelegateExecution execution) {
        return new TakenCall(
                UUID.fromString(execution.getProcessBusinessKey()),
                Kind.valueOf(KIND.on(execution).get()),
                PERSON_ID.on(execution).optional().map(PersonId::of).orElse(null),
                LINE_ID.on(execution).optional().map(LineId::of).orElse(null),
                COMPLAINT_WORDS_ID.on(execution).optional().map(WordsId::of).orElse(null),
                BUSINESS.on(execution).optional().orElse(null),
                UNIT.on(execution).optional().orElse(null),
                DONE_BY.on(execution).get());
    }
}
