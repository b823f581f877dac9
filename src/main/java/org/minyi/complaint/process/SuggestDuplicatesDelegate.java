package org.minyi.complaint.process;

import static org.minyi.complaint.process.ComplaintProcess.DUPLICATES_SUGGESTED;
import static org.minyi.complaint.process.ComplaintProcess.DUPLICATE_REASONS;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Duplicates;
import org.springframework.stereotype.Component;

/** Looks for earlier matters like this one; a person is asked only if one of them is still open. */
@Component
class SuggestDuplicatesDelegate implements JavaDelegate {

    private final Duplicates duplicates;

    SuggestDuplicatesDelegate(Duplicates duplicates) {
        this.duplicates = duplicates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var complaint = ComplaintId.of(execution.getProcessBusinessKey());
        var suggestions = duplicates.suggest(complaint);
        DUPLICATES_SUGGESTED.on(execution).set(!duplicates.joinable(complaint).isEmpty());
        DUPLICATE_REASONS.on(execution).set(duplicates.inWords(suggestions));
    }
}
