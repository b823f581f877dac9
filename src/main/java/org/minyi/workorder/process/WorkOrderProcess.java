package org.minyi.workorder.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.minyi.desk.Variable;
import org.minyi.workorder.WorkOrderId;

/** The names in work-order.bpmn, once. A string from the model appears nowhere else in Java. */
final class WorkOrderProcess {

    static final String ID = "work-order";

    /** The person answered the question of the round the order waits in. */
    static final String ANSWER_RECEIVED = "workorder.answer-received";

    /** The complaint the order belongs to. */
    static final Variable<String> MATTER_ID = Variable.text("matterId");
    /** As people say it: 2026-000123. */
    static final Variable<String> MATTER_NUMBER = Variable.text("matterNumber");

    /** Who complained, where it is no complaint of ours that says so; gone once the order is open. */
    static final Variable<String> PERSON_ID = Variable.text("personId");
    /** Where that person can be asked; null without a telephone. */
    static final Variable<String> LINE_ID = Variable.text("lineId");
    /** Read by the tables. */
    static final Variable<String> CATEGORY = Variable.text("category");
    /** ORDINARY, SERIOUS or GRAVE. Read by the tables. */
    static final Variable<String> SEVERITY = Variable.text("severity");
    /** Twelve digits; null when nobody knows. */
    static final Variable<String> RESPONDENT_UNIT = Variable.text("respondentUnit");
    /** Login or badge; null when no officer is named. */
    static final Variable<String> RESPONDENT_OFFICER = Variable.text("respondentOfficer");
    /** Counts rectifications; 1 is the first. Read by escalation-ladder.dmn. */
    static final Variable<Integer> ROUND = Variable.number("round");

    /** The business key again, for the call and the forms. */
    static final Variable<String> WORK_ORDER_ID = Variable.text("workOrderId");
    /** CENTRE, SUB_CENTRE, POST or UNKNOWN. Read by responsible-unit.dmn. */
    static final Variable<String> RESPONDENT_LEVEL = Variable.text("respondentLevel");
    /** Answer of responsible-unit.dmn. */
    static final Variable<String> HANDLING_LEVEL = Variable.text("handlingLevel");
    /** The unit that is responsible. */
    static final Variable<String> HANDLING_UNIT = Variable.text("handlingUnit");
    /** The unit that puts it right; chosen in a form, or the handling unit itself. */
    static final Variable<String> EXECUTING_UNIT = Variable.text("executingUnit");
    /** Where triage sends a returned order. */
    static final Variable<String> REDISPATCH_UNIT = Variable.text("redispatchUnit");
    /** How often the order came back unsigned. Decides who is asked next. */
    static final Variable<Integer> RETURNS = Variable.number("returns");

    static final Variable<String> SIGN_GROUP = Variable.text("signGroup");
    /** The desks that verify, propose, confirm, rectify, review and decide; each is its task's candidate group. */
    static final Variable<String> VERIFY_GROUP = Variable.text("verifyGroup");

    static final Variable<String> PROPOSE_GROUP = Variable.text("proposeGroup");
    static final Variable<String> CONFIRM_GROUP = Variable.text("confirmGroup");
    static final Variable<String> RECTIFY_GROUP = Variable.text("rectifyGroup");
    static final Variable<String> REVIEW_GROUP = Variable.text("reviewGroup");
    static final Variable<String> DIRECTOR_GROUP = Variable.text("directorGroup");
    /** Whoever supervises at the centre. Read by supervision.bpmn. */
    static final Variable<String> SUPERVISE_GROUP = Variable.text("superviseGroup");

    /** FOUNDED, PARTLY or UNFOUNDED: found, proposed, then confirmed. */
    static final Variable<String> VERDICT = Variable.text("verdict");
    /** 100, 80, 60, 40, 20 or 0: suggested by responsibility-score.dmn, then proposed. */
    static final Variable<String> SCORE = Variable.text("score");
    /** Who is held responsible: the unit complained about, unless whoever proposes says another. */
    static final Variable<String> RESPONSIBLE_UNIT = Variable.text("responsibleUnit");
    /** Who is besides; null when nobody is named. */
    static final Variable<String> RESPONSIBLE_OFFICER = Variable.text("responsibleOfficer");
    /** ISO-8601 instant. Read by the reminding timer of the drawing before this one; see RemindLateDelegate. */
    static final Variable<String> RECTIFICATION_DUE = Variable.text("rectificationDue");
    /** BY_SMS, BY_PHONE or NOT_AT_ALL. Read by the gateway. */
    static final Variable<String> ASKED_HOW = Variable.text("askedHow");
    /** False when the person has to be phoned. Read by the gateway of the drawing before this one. */
    static final Variable<Boolean> ASKED_BY_SMS = Variable.truth("askedBySms");
    /** ISO-8601 instant. Read by the reply window's timer. */
    static final Variable<String> REPLY_DUE = Variable.text("replyDue");
    /** What the person said: the SMS answer or the outcome of the call. */
    static final Variable<String> ANSWER = Variable.text("answer");
    /** GOOD, BAD or NONE. Decides whether the order may close. */
    static final Variable<String> HEARD = Variable.text("heard");
    /** What the person is told about a verdict. */
    static final Variable<String> EXPLANATION_WORDS_ID = Variable.text("explanationWordsId");
    /** Answer of escalation-ladder.dmn. Read by the gateway and by supervision.bpmn. */
    static final Variable<String> RUNG = Variable.text("rung");
    /** DISPOSE or RECTIFY_AGAIN. */
    static final Variable<String> FINAL_DECISION = Variable.text("finalDecision");
    /** UNREASONABLE_DEMAND or LEGAL_ROUTE; null where nothing is disposed of. */
    static final Variable<String> DISPOSAL_GROUND = Variable.text("disposalGround");
    /** How the order ended; read by the complaint. */
    static final Variable<String> OUTCOME = Variable.text("outcome");
    /** Who completed the last task. Set by the desk. */
    static final Variable<String> DONE_BY = Variable.text("doneBy");

    private WorkOrderProcess() {}

    static WorkOrderId order(VariableScope scope) {
        return WorkOrderId.of(WORK_ORDER_ID.on(scope).get());
    }
}
