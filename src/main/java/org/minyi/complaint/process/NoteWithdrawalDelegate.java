package org.minyi.complaint.process;

import static org.minyi.complaint.process.ComplaintProcess.CONFIRMED;
import static org.minyi.complaint.process.ComplaintProcess.DONE_BY;
import static org.minyi.complaint.process.ComplaintProcess.WITHDRAWAL_VERDICT;
import static org.minyi.complaint.process.ComplaintProcess.WITHDRAWAL_WORDS_ID;
import static org.minyi.complaint.process.ComplaintProcess.WRITTEN;

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
        var complaint = ComplaintId.of(execution.getProcessBusinessKey());
        var by = DONE_BY.on(execution).get();
        var words =
                WITHDRAWAL_WORDS_ID.on(execution).optional().map(WordsId::of).orElse(null);
        if (CONFIRMED.equals(WITHDRAWAL_VERDICT.on(execution).get())) {
            WRITTEN.on(execution).set(endings.withdrawn(complaint, by, words));
        } else {
            endings.notWithdrawn(complaint, by, words);
        }
    }
}
