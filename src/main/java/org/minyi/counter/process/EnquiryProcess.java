package org.minyi.counter.process;

import org.minyi.desk.Variable;

/** The names in enquiry.bpmn, once. A string from the model appears nowhere else in Java. */
final class EnquiryProcess {

    static final String ID = "enquiry";

    /** The matter that is asked about. */
    static final Variable<String> MATTER_ID = Variable.text("matterId");
    /** Number and title of the matter, for the card in the list of tasks. */
    static final Variable<String> MATTER_NUMBER = Variable.text("matterNumber");

    static final Variable<String> MATTER_TITLE = Variable.text("matterTitle");
    /** The person who asked; what the case steward writes is kept as said about them. */
    static final Variable<String> PERSON_ID = Variable.text("personId");

    /** What the case steward answered; the words themselves never come here. */
    static final Variable<String> ENQUIRY_ANSWER_WORDS_ID = Variable.text("enquiryAnswerWordsId");

    /** Who completed the task. Set by the desk. */
    static final Variable<String> DONE_BY = Variable.text("doneBy");

    private EnquiryProcess() {}
}
