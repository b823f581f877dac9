package org.minyi.responsibility.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.minyi.desk.Variable;
import org.minyi.responsibility.ResponsibilityId;

/** The names in responsibility.bpmn, once. A string from the model appears nowhere else in Java. */
final class ResponsibilityProcess {

    static final String ID = "responsibility";

    /** Who is held responsible: whoever judges here is none of them. */
    static final Variable<String> RESPONDENT_UNIT = Variable.text("respondentUnit");

    static final Variable<String> RESPONDENT_OFFICER = Variable.text("respondentOfficer");
    /** The id again: every respondent has a deadline of their own. */
    static final Variable<String> PART = Variable.text("part");
    /** FOUNDED or PARTLY, as confirmed; shown in the forms, and changed where an objection is upheld. */
    static final Variable<String> VERDICT = Variable.text("verdict");
    /** 80, 60, 40, 20 or 0, as confirmed; shown in the forms, and changed where an objection is upheld. */
    static final Variable<String> SCORE = Variable.text("score");
    /** Whose desk answers for a unit; empty where an officer does in person. */
    static final Variable<String> ANSWER_GROUP = Variable.text("answerGroup");
    /** The officer who answers in person; empty where it is the unit. */
    static final Variable<String> ANSWER_USER = Variable.text("answerUser");
    /** ISO-8601 instant. Read by the timer that ends the time to object. */
    static final Variable<String> OBJECTION_DUE = Variable.text("objectionDue");
    /** Logins with commas: who may judge the objection. */
    static final Variable<String> JUDGES = Variable.text("judges");
    /** Whether the score that counts is zero. */
    static final Variable<Boolean> ACCOUNTABLE = Variable.truth("accountable");
    /** The inspector's desk. */
    static final Variable<String> INSPECTOR_GROUP = Variable.text("inspectorGroup");
    /** What the inspector does about it. */
    static final Variable<String> MEASURE = Variable.text("measure");
    /** What was written; the words themselves never come here. */
    static final Variable<String> OBJECTION_WORDS_ID = Variable.text("objectionWordsId");

    static final Variable<String> JUDGE_WORDS_ID = Variable.text("judgeWordsId");
    static final Variable<String> MEASURE_WORDS_ID = Variable.text("measureWordsId");
    /** Who completed the last task. Set by the desk. */
    static final Variable<String> DONE_BY = Variable.text("doneBy");

    private ResponsibilityProcess() {}

    static ResponsibilityId id(DelegateExecution execution) {
        return ResponsibilityId.of(execution.getProcessBusinessKey());
    }

    static ResponsibilityId id(DelegateTask task) {
        return ResponsibilityId.of(task.getExecution().getProcessBusinessKey());
    }
}
