package org.minyi.workorder.process;

import static org.minyi.workorder.process.WorkOrderProcess.DISPOSAL_GROUND;
import static org.minyi.workorder.process.WorkOrderProcess.EXPLANATION_WORDS_ID;
import static org.minyi.workorder.process.WorkOrderProcess.OUTCOME;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.citizen.WordsId;
import org.minyi.workorder.Closing;
import org.minyi.workorder.DisposalGround;
import org.minyi.workorder.Outcome;
import org.springframework.stereotype.Component;

/** Tells the person what the director decided, and ends the order. */
@Component
class ExplainDisposalDelegate implements JavaDelegate {

    private final Closing closing;

    ExplainDisposalDelegate(Closing closing) {
        this.closing = closing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closing.dispose(
                WorkOrderProcess.order(execution),
                DISPOSAL_GROUND
                        .on(execution)
                        .optional()
                        .map(DisposalGround::valueOf)
                        .orElse(null),
                EXPLANATION_WORDS_ID.on(execution).optional().map(WordsId::of));
        OUTCOME.on(execution).set(Outcome.FINAL_DISPOSAL.name());
    }
}
