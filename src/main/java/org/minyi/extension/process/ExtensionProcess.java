package org.minyi.extension.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.minyi.desk.Variable;
import org.minyi.extension.RequestId;

/** The names in extension.bpmn, once. A string from the model appears nowhere else in Java. */
final class ExtensionProcess {

    static final String ID = "extension";

    /** The step was done before anybody decided. */
    static final String STEP_DONE = "extension.step-done";

    /** What the matter's own process carries and this one takes along: whose it is, what it is about, who has it. */
    static final java.util.List<String> OF_THE_MATTER = java.util.List.of(
            "matterId",
            "matterNumber",
            "matterTitle",
            "category",
            "severity",
            "respondentUnit",
            "respondentOfficer",
            "handlingUnit",
            "executingUnit");

    /** The round of the step, a number among the texts. */
    static final Variable<Integer> ROUND = Variable.number("round");
    /** The request's id again: every request has a deadline of its own to be decided by. */
    static final Variable<String> PART = Variable.text("part");
    /** Whose desk decides. */
    static final Variable<String> DECIDE_GROUP = Variable.text("decideGroup");
    /** EXTENSION or PAUSE. Shown in the form. */
    static final Variable<String> TIME_KIND = Variable.text("timeKind");
    /** The name of the step. Shown in the form. */
    static final Variable<String> STEP_NAME = Variable.text("stepName");
    /** Working days more; absent for a pause. Shown in the form. */
    static final Variable<Integer> ASKED_DAYS = Variable.number("askedDays");
    /** Until when a pause is to last, as people write it; absent for an extension. Shown in the form. */
    static final Variable<String> ASKED_UNTIL = Variable.text("askedUntil");
    /** Why the clock is to stand still; absent for an extension. Shown in the form. */
    static final Variable<String> PAUSE_REASON = Variable.text("pauseReason");
    /** The decider's reasons; the words themselves never come here. */
    static final Variable<String> DECISION_WORDS_ID = Variable.text("decisionWordsId");
    /** Who completed the task. Set by the desk. */
    static final Variable<String> DONE_BY = Variable.text("doneBy");

    private ExtensionProcess() {}

    static RequestId request(DelegateExecution execution) {
        return RequestId.of(execution.getProcessBusinessKey());
    }
}
