package org.minyi.workorder.process;

import static org.minyi.workorder.process.WorkOrderProcess.EXPLANATION_WORDS_ID;
import static org.minyi.workorder.process.WorkOrderProcess.OUTCOME;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.citizen.WordsId;
import org.minyi.workorder.Closing;
import org.minyi.workorder.Outcome;
import org.springframework.stereotype.Component;

/** Tells the person why there was nothing to put right, and ends the order. */
@Component
class ExplainVerdictDelegate implements JavaDelegate {

    private final Closing closing;

    ExplainVerdictDelegate(Closing closing) {
        this.closing = closing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closing.close(
                WorkOrderProcess.order(execution),
                Outcome.UNFOUNDED,
                EXPLANATION_WORDS_ID.on(execution).optional().map(WordsId::of));
        OUTCOME.on(execution).set(Outcome.UNFOUNDED.name());
    }
}
