package org.minyi.complaint.process;

import static org.minyi.complaint.process.ComplaintProcess.DONE_BY;
import static org.minyi.complaint.process.ComplaintProcess.TRANSFER_WORDS_ID;
import static org.minyi.complaint.process.ComplaintProcess.WRITTEN;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.citizen.WordsId;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Endings;
import org.springframework.stereotype.Component;

/** Tells the person whose matter it is, and ends it. */
@Component
class ExplainTransferDelegate implements JavaDelegate {

    private final Endings endings;

    ExplainTransferDelegate(Endings endings) {
        this.endings = endings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        WRITTEN.on(execution)
                .set(endings.transferred(
                        ComplaintId.of(execution.getProcessBusinessKey()),
                        DONE_BY.on(execution).get(),
                        TRANSFER_WORDS_ID
                                .on(execution)
                                .optional()
                                .map(WordsId::of)
                                .orElse(null)));
    }
}
