package org.minyi.supervision.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.minyi.desk.Variable;
import org.minyi.organisation.UnitCode;

/** The names in countersign.bpmn, once. A string from the model appears nowhere else in Java. */
final class CountersignProcess {

    static final String ID = "countersign";

    /** Twelve digits: the unit that signs; each has a deadline of its own. */
    static final Variable<String> PART = Variable.text("part");
    /** AGREE or DISSENT. */
    static final Variable<String> SIGNATURE = Variable.text("signature");
    /** The different opinion; the words themselves never come here. */
    static final Variable<String> SIGNATURE_WORDS_ID = Variable.text("signatureWordsId");

    private CountersignProcess() {}

    static UnitCode unit(VariableScope scope) {
        return new UnitCode(PART.on(scope).get());
    }
}
