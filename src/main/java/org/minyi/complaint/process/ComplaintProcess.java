package org.minyi.complaint.process;

import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.minyi.complaint.Complaint;
import org.minyi.desk.Variable;

/** The names in complaint.bpmn, once. A string from the model appears nowhere else in Java. */
final class ComplaintProcess {

    static final String ID = "complaint";

    /** A survey was answered badly: the person is phoned first. */
    static final String DISSATISFIED_ANSWER_RECEIVED = "complaint.dissatisfied-answer-received";
    /** Any other channel handed a matter in. */
    static final String RAISED = "complaint.raised";

    /** The complaint, for every process below. */
    static final Variable<String> MATTER_ID = Variable.text("matterId");
    /** As people say it: 2026-000123. */
    static final Variable<String> MATTER_NUMBER = Variable.text("matterNumber");
    /** Business and category; nothing of the person. */
    static final Variable<String> MATTER_TITLE = Variable.text("matterTitle");

    static final Variable<String> PERSON_ID = Variable.text("personId");
    /** Null without a telephone. */
    static final Variable<String> LINE_ID = Variable.text("lineId");
    /** Null until somebody says it; the caller's reason stands in the triage form. */
    static final Variable<String> CATEGORY = Variable.text("category");

    static final Variable<String> SEVERITY = Variable.text("severity");
    /** Twelve digits; null when no unit of ours is known. */
    static final Variable<String> RESPONDENT_UNIT = Variable.text("respondentUnit");
    /** User id; offered nothing of the matter but putting it right, and what is written to them. */
    static final Variable<String> RESPONDENT_OFFICER = Variable.text("respondentOfficer");
    /** Counts rectifications, in the work order; 1 here. */
    static final Variable<Integer> ROUND = Variable.number("round");

    /** Read by jurisdiction.dmn. */
    static final Variable<String> KIND = Variable.text("kind");
    /** Read by jurisdiction.dmn. */
    static final Variable<String> CHANNEL = Variable.text("channel");
    /** Read by jurisdiction.dmn. */
    static final Variable<Boolean> UNIT_KNOWN = Variable.truth("unitKnown");

    /** The form's business code; null when nobody said it. */
    static final Variable<String> BUSINESS = Variable.text("business");
    /** The form's unit code; null when nobody said it. */
    static final Variable<String> UNIT = Variable.text("unit");
    /** What the person said to whoever took the matter by hand. */
    static final Variable<String> COMPLAINT_WORDS_ID = Variable.text("complaintWordsId");
    /** Who started the matter by hand. */
    static final Variable<String> STARTED_BY = Variable.text("startedBy");

    /** Decides whether a person has to judge. */
    static final Variable<Boolean> DUPLICATES_SUGGESTED = Variable.truth("duplicatesSuggested");
    /** Numbers, titles and reasons, for the form. */
    static final Variable<String> DUPLICATE_REASONS = Variable.text("duplicateReasons");
    /** The verdict that ends this matter in favour of another; any other keeps it apart. */
    static final String JOINED = "JOINED";
    /** JOINED or NEW. */
    static final Variable<String> DUPLICATE_VERDICT = Variable.text("duplicateVerdict");
    /** The matter that goes on for both. */
    static final Variable<String> JOINED_TO = Variable.text("joinedTo");

    static final Variable<String> DUPLICATE_WORDS_ID = Variable.text("duplicateWordsId");

    /** Suggested by jurisdiction.dmn, decided by triage. */
    static final Variable<String> JURISDICTION = Variable.text("jurisdiction");

    static final Variable<String> TRIAGE_WORDS_ID = Variable.text("triageWordsId");
    /** Where the person has to turn. */
    static final Variable<String> TRANSFER_WORDS_ID = Variable.text("transferWordsId");
    /** The answer the person reads. */
    static final Variable<String> ANSWER_WORDS_ID = Variable.text("answerWordsId");
    /** The verdict that ends a withdrawn matter; any other sends it back to triage. */
    static final String CONFIRMED = "CONFIRMED";
    /** CONFIRMED or REFUSED. */
    static final Variable<String> WITHDRAWAL_VERDICT = Variable.text("withdrawalVerdict");

    static final Variable<String> WITHDRAWAL_WORDS_ID = Variable.text("withdrawalWordsId");

    /** Whether the person could be written to. Read by the gateways at the end. */
    static final Variable<Boolean> WRITTEN = Variable.truth("written");
    /** PHONE, LETTER, IN_PERSON or NOT_POSSIBLE. */
    static final Variable<String> TOLD_HOW = Variable.text("toldHow");

    static final Variable<String> TOLD_WORDS_ID = Variable.text("toldWordsId");

    /** How the work order ended. */
    static final Variable<String> OUTCOME = Variable.text("outcome");
    /** Who completed the last task. Set by the desk. */
    static final Variable<String> DONE_BY = Variable.text("doneBy");

    private ComplaintProcess() {}

    /** What a matter carries from its first step. */
    static VariableMap facts(Complaint matter) {
        var facts = Variables.createVariables();
        MATTER_ID.with(matter.id().toString(), facts);
        MATTER_NUMBER.with(matter.number(), facts);
        MATTER_TITLE.with(matter.title(), facts);
        PERSON_ID.with(matter.person().toString(), facts);
        LINE_ID.with(text(matter.line()), facts);
        CATEGORY.with(text(matter.category()), facts);
        SEVERITY.with(matter.severity().name(), facts);
        RESPONDENT_UNIT.with(text(matter.respondentUnit()), facts);
        RESPONDENT_OFFICER.with(matter.respondentOfficer(), facts);
        ROUND.with(1, facts);
        KIND.with(matter.kind().name(), facts);
        CHANNEL.with(matter.channel().code(), facts);
        return UNIT_KNOWN.with(matter.respondentUnit() != null, facts);
    }

    private static String text(Object fact) {
        return fact == null ? null : fact.toString();
    }
}
