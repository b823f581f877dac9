package org.minyi.survey.process;

import org.minyi.desk.Variable;

/** The names in phone-question.bpmn, once. A string from the model appears nowhere else in Java. */
final class PhoneQuestionProcess {

    static final String ID = "phone-question";

    /** The contact the call is about; also the business key. */
    static final Variable<String> MATTER_ID = Variable.text("matterId");

    static final Variable<String> MATTER_TITLE = Variable.text("matterTitle");
    static final Variable<String> PERSON_ID = Variable.text("personId");
    /** The question that no SMS could settle. */
    static final Variable<String> QUESTION_ID = Variable.text("questionId");
    /** Why a person asks: SILENT_SAMPLE, FATE_UNKNOWN or UNCLEAR_REPLY. */
    static final Variable<String> PHONE_REASON = Variable.text("phoneReason");

    static final Variable<Integer> ROUND = Variable.number("round");

    /** What the return call came to. Read by the gateway. */
    static final Variable<String> CALL_OUTCOME = Variable.text("callOutcome");
    /** What the person said; the words themselves never come here. */
    static final Variable<String> CALL_WORDS_ID = Variable.text("callWordsId");

    private PhoneQuestionProcess() {}
}
