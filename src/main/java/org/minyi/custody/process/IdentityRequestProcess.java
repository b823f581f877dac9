package org.minyi.custody.process;

import org.minyi.desk.Variable;

/** The names in identity-request.bpmn, once. A string from the model appears nowhere else in Java. */
final class IdentityRequestProcess {

    static final String ID = "identity-request";

    /** Number and title of the matter, for the card in the list of tasks. */
    static final Variable<String> MATTER_NUMBER = Variable.text("matterNumber");

    static final Variable<String> MATTER_TITLE = Variable.text("matterTitle");
    /** Whose identity it is; what the custodian writes is kept as said about this person. */
    static final Variable<String> PERSON_ID = Variable.text("personId");

    /** GRANTED or REFUSED. Read by the gateway. */
    static final Variable<String> IDENTITY_VERDICT = Variable.text("identityVerdict");
    /** The custodian's reasons; the words themselves never come here. */
    static final Variable<String> IDENTITY_WORDS_ID = Variable.text("identityWordsId");

    /** Who completed the task. Set by the desk. */
    static final Variable<String> DONE_BY = Variable.text("doneBy");

    private IdentityRequestProcess() {}
}
