package org.minyi.complaint.process;

import static org.minyi.complaint.process.ComplaintProcess.DONE_BY;
import static org.minyi.complaint.process.ComplaintProcess.DUPLICATE_VERDICT;
import static org.minyi.complaint.process.ComplaintProcess.DUPLICATE_WORDS_ID;
import static org.minyi.complaint.process.ComplaintProcess.JOINED;
import static org.minyi.complaint.process.ComplaintProcess.JOINED_TO;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.citizen.WordsId;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Duplicates;
import org.springframework.stereotype.Component;

/** Joins the matter to another, or keeps it apart, as triage decided. */
@Component
class NoteDuplicateDelegate implements JavaDelegate {

    private final Duplicates duplicates;

    NoteDuplicateDelegate(Duplicates duplicates) {
        this.duplicates = duplicates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var complaint = ComplaintId.of(execution.getProcessBusinessKey());
        var by = DONE_BY.on(execution).get();
        var words = DUPLICATE_WORDS_ID.on(execution).optional().map(WordsId::of).orElse(null);
        if (JOINED.equals(DUPLICATE_VERDICT.on(execution).get())) {
            duplicates.join(complaint, ComplaintId.of(JOINED_TO.on(execution).get()), by, words);
        } else {
            duplicates.keepApart(complaint, by, words);
        }
    }
}
