package org.minyi.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.minyi.citizen.WordsId;
import org.minyi.desk.Variable;
import org.minyi.supervision.gathering.DutyId;

/** The names in duty.bpmn, once. A string from the model appears nowhere else in Java. */
final class DutyProcess {

    static final String ID = "duty";

    /** The duty again: each has a deadline of its own. */
    static final Variable<String> PART = Variable.text("part");
    /** Where the duty lies. */
    static final Variable<String> DUTY_GROUP = Variable.text("dutyGroup");
    /** ACCEPTED or SENT_BACK. */
    static final Variable<String> DUTY_DECISION = Variable.text("dutyDecision");
    /** What was written; the words themselves never come here. */
    static final Variable<String> DONE_WORDS_ID = Variable.text("doneWordsId");

    static final Variable<String> CHECK_WORDS_ID = Variable.text("checkWordsId");

    private DutyProcess() {}

    static DutyId duty(DelegateTask task) {
        return DutyId.of(task.getExecution().getProcessBusinessKey());
    }

    static WordsId words(Variable<String> variable, DelegateTask task) {
        return SupervisionProcess.words(variable, task);
    }
}
