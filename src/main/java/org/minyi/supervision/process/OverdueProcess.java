package org.minyi.supervision.process;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.minyi.desk.Variable;
import org.minyi.organisation.UnitCode;
import org.minyi.supervision.Overdue;

/** The names in overdue.bpmn, once. A string from the model appears nowhere else in Java. */
final class OverdueProcess {

    static final String ID = "overdue";

    /** The late step was done, or got more time. */
    static final String STEP_DONE = "supervision.late-step-done";

    /** Fires when a level that has urged has waited long enough. */
    static final String LEVEL_TIME_OVER = "event_levelTimeOver";

    /** What the late task's own process carries and this one takes along. */
    static final List<String> OF_THE_MATTER = List.of(
            "matterId",
            "matterNumber",
            "matterTitle",
            "category",
            "severity",
            "respondentUnit",
            "respondentOfficer",
            "handlingUnit",
            "executingUnit");

    static final Variable<String> MATTER_ID = Variable.text("matterId");
    static final Variable<String> MATTER_NUMBER = Variable.text("matterNumber");
    static final Variable<String> SEVERITY = Variable.text("severity");
    static final Variable<Integer> ROUND = Variable.number("round");
    /** The name of the late step. Shown in the form. */
    static final Variable<String> STEP_NAME = Variable.text("stepName");
    /** Twelve digits; null where no unit is late. */
    static final Variable<String> LATE_UNIT = Variable.text("lateUnit");
    /** POST, SUB_CENTRE or CENTRE. Read by overdue-ladder.dmn. */
    static final Variable<String> LATE_LEVEL = Variable.text("lateLevel");
    /** How many levels were told so far, this one among them. Read by overdue-ladder.dmn. */
    static final Variable<Integer> CLIMB = Variable.number("climb");
    /** Answer of overdue-ladder.dmn: the role that is told. */
    static final Variable<String> CLIMB_ROLE = Variable.text("climbRole");
    /** Whose desk is told. */
    static final Variable<String> CLIMB_GROUP = Variable.text("climbGroup");
    /** ISO-8601 instant; then the next level is told. */
    static final Variable<String> CLIMB_DUE = Variable.text("climbDue");
    /** Which deadline and which level: every level has a deadline of its own. */
    static final Variable<String> PART = Variable.text("part");
    /** Whether the step is still late when this begins. */
    static final Variable<Boolean> STILL_LATE = Variable.truth("stillLate");
    /** What was ordered; the words themselves never come here. */
    static final Variable<String> URGE_WORDS_ID = Variable.text("urgeWordsId");
    /** Who completed the last task. Set by the desk. */
    static final Variable<String> DONE_BY = Variable.text("doneBy");

    private OverdueProcess() {}

    static UUID deadline(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }

    /** What is no matter is known by the deadline itself. */
    static UUID matter(DelegateExecution execution) {
        return MATTER_ID.on(execution).optional().map(UUID::fromString).orElseGet(() -> deadline(execution));
    }

    /** The level that is told now has no time to wait for any more; the first one follows nobody. */
    static void levelOver(Overdue overdue, DelegateExecution execution) {
        PART.on(execution).optional().ifPresent(part -> overdue.levelOver(matter(execution), part));
    }

    static UnitCode lateUnit(VariableScope scope) {
        return LATE_UNIT.on(scope).optional().map(UnitCode::new).orElse(null);
    }
}
