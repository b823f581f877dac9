package org.minyi.complaint.process;

import static org.minyi.complaint.process.ComplaintProcess.ANSWER_WORDS_ID;
import static org.minyi.complaint.process.ComplaintProcess.DONE_BY;
import static org.minyi.complaint.process.ComplaintProcess.WRITTEN;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.citizen.WordsId;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Endings;
import org.springframework.stereotype.Component;

/** Sends the answer, and ends the matter. */
@Component
class SendAnswerDelegate implements JavaDelegate {

    private final Endings endings;

    SendAnswerDelegate(Endings endings) {
        this.endings = endings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        WRITTEN.on(execution)
                .set(endings.answered(
                        ComplaintId.of(execution.getProcessBusinessKey()),
                        DONE_BY.on(execution).get(),
                        WordsId.of(ANSWER_WORDS_ID.on(execution).get())));
    }
}
