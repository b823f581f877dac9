package org.minyi.desk.task;

import org.minyi.desk.Variable;

/** What every matter's process carries and the desk reads from it; the desk's own is {@link #DONE_BY}. */
final class TaskVariables {

    static final Variable<String> MATTER_ID = Variable.text("matterId");
    /** As people say it: 2026-000123; absent for what is no matter. */
    static final Variable<String> MATTER_NUMBER = Variable.text("matterNumber");

    static final Variable<Integer> ROUND = Variable.number("round");
    static final Variable<String> CATEGORY = Variable.text("category");
    static final Variable<String> SEVERITY = Variable.text("severity");
    static final Variable<String> RESPONDENT_UNIT = Variable.text("respondentUnit");
    /** The unit that is responsible, and the one that puts it right; absent while no unit has the matter. */
    static final Variable<String> HANDLING_UNIT = Variable.text("handlingUnit");

    static final Variable<String> EXECUTING_UNIT = Variable.text("executingUnit");
    static final Variable<String> RESPONDENT_OFFICER = Variable.text("respondentOfficer");
    /** Attempts made so far, in a process that tries again after a while. */
    static final Variable<Integer> ATTEMPT = Variable.number("attempt");
    /** Which of several at once: a duty, a respondent; every one has a deadline of its own. */
    static final Variable<String> PART = Variable.text("part");
    /** Login of whoever completed the last task. */
    static final Variable<String> DONE_BY = Variable.text("doneBy");

    private TaskVariables() {}
}
