package org.minyi.complaint.process;

import static org.minyi.complaint.process.ComplaintProcess.OUTCOME;
import static org.minyi.complaint.process.ComplaintProcess.WRITTEN;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Endings;
import org.springframework.stereotype.Component;

/** Ends the matter as its work order ended; the source reads it there. */
@Component
class AnswerSourceDelegate implements JavaDelegate {

    private final Endings endings;

    AnswerSourceDelegate(Endings endings) {
        this.endings = endings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        WRITTEN.on(execution)
                .set(endings.settled(
                        ComplaintId.of(execution.getProcessBusinessKey()),
                        OUTCOME.on(execution).get()));
    }
}
