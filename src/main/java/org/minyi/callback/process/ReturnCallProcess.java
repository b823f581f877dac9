package org.minyi.callback.process;

import org.minyi.desk.Variable;

/** The names in return-call.bpmn, once. A string from the model appears nowhere else in Java. */
final class ReturnCallProcess {

    static final String ID = "return-call";

    /** The matter the call is about. */
    static final Variable<String> MATTER_ID = Variable.text("matterId");
    /** The round of a call that nobody gave one: the answer to a survey is the reason. */
    static final int BEFORE_ANY_UNIT_ACTED = 0;
    /** The round of rectification the call follows. */
    static final Variable<Integer> ROUND = Variable.number("round");
    /** Whom to call. A work order does not say: its tasks would carry it too. */
    static final Variable<String> PERSON_ID = Variable.text("personId");

    static final Variable<String> CALL_ID = Variable.text("callId");

    /** Attempts noted so far. Read by callback-plan.dmn. */
    static final Variable<Integer> ATTEMPT = Variable.number("attempt");
    /** Hour of the last attempt, 0 to 23. Read by callback-plan.dmn. */
    static final Variable<Integer> ATTEMPT_HOUR = Variable.number("attemptHour");

    /** What the caller ticked, and in the end what the whole call came to. Read by the gateways, here and above. */
    static final Variable<String> CALL_OUTCOME = Variable.text("callOutcome");
    /** Why the person is dissatisfied; null otherwise. */
    static final Variable<String> CALL_REASON = Variable.text("callReason");
    /** What the person said; the words themselves never come here. */
    static final Variable<String> CALL_WORDS_ID = Variable.text("callWordsId");

    /** UNREACHABLE or CALL_AGAIN. */
    static final Variable<String> UNREACHABLE_VERDICT = Variable.text("unreachableVerdict");
    /** The second person's reasons. */
    static final Variable<String> UNREACHABLE_WORDS_ID = Variable.text("unreachableWordsId");

    /** Who completed the last task. Set by the desk. */
    static final Variable<String> DONE_BY = Variable.text("doneBy");

    private ReturnCallProcess() {}
}
