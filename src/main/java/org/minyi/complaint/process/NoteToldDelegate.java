package org.minyi.complaint.process;

import static org.minyi.complaint.process.ComplaintProcess.DONE_BY;
import static org.minyi.complaint.process.ComplaintProcess.TOLD_HOW;
import static org.minyi.complaint.process.ComplaintProcess.TOLD_WORDS_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.citizen.WordsId;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Endings;
import org.springframework.stereotype.Component;

/** Keeps how a person who cannot be written to was told. */
@Component
class NoteToldDelegate implements JavaDelegate {

    private final Endings endings;

    NoteToldDelegate(Endings endings) {
        this.endings = endings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        endings.told(
                ComplaintId.of(execution.getProcessBusinessKey()),
                TOLD_HOW.on(execution).get(),
                DONE_BY.on(execution).get(),
                WordsId.of(TOLD_WORDS_ID.on(execution).get()));
    }
}
