package org.minyi.exchange.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.minyi.desk.Variable;

/** The names in exchange-dead-letter.bpmn, once. A string from the model appears nowhere else in Java. */
final class DeadLetterProcess {

    static final String ID = "exchange-dead-letter";

    /** The message again: each has a deadline of its own. */
    static final Variable<String> PART = Variable.text("part");
    /** Whose desk decides. */
    static final Variable<String> LETTER_GROUP = Variable.text("letterGroup");
    /** The name of the exchange. Shown in the form. */
    static final Variable<String> LETTER_PEER = Variable.text("letterPeer");
    /** IN or OUT. Shown in the form. */
    static final Variable<String> LETTER_WAY = Variable.text("letterWay");
    /** The kind of message. Shown in the form. */
    static final Variable<String> LETTER_KIND = Variable.text("letterKind");
    /** Why it went no further, as a code. Shown in the form. */
    static final Variable<String> LETTER_REASON = Variable.text("letterReason");
    /** What triage, the matter's first desk, calls it; null for a message that belongs to none of ours. */
    static final Variable<String> MATTER_ID = Variable.text("matterId");
    /** AGAIN, BY_TELEPHONE or IGNORED. */
    static final Variable<String> LETTER_DECISION = Variable.text("letterDecision");
    /** What was agreed, or why it is left; the words themselves never come here. */
    static final Variable<String> LETTER_WORDS_ID = Variable.text("letterWordsId");
    /** Who completed the task. Set by the desk. */
    static final Variable<String> DONE_BY = Variable.text("doneBy");

    private DeadLetterProcess() {}

    static UUID letter(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }
}
