package org.minyi.complaint.process;

import static org.minyi.complaint.process.ComplaintProcess.CONFIRMED;
import static org.minyi.complaint.process.ComplaintProcess.DONE_BY;
import static org.minyi.complaint.process.ComplaintProcess.WITHDRAWAL_VERDICT;
import static org.minyi.complaint.process.ComplaintProcess.WITHDRAWAL_WORDS_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.citizen.WordsId;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Endings;
import org.springframework.stereotype.Component;

/** Keeps the verdict of the level above; confirmed, it ends the matter. */
@Component
class NoteWithdrawalDelegate implements JavaDelegate {

    private final Endings endings;

    NoteWithdrawalDelegate(Endings endings) {
        this.endings = endings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        endings.withdrawal(
                ComplaintId.of(execution.getProcessBusinessKey()),
                CONFIRMED.equals(WITHDRAWAL_VERDICT.on(execution).get()),
                DONE_BY.on(execution).get(),
                WITHDRAWAL_WORDS_ID.on(execution).optional().map(WordsId::of).orElse(null));
    }
}
