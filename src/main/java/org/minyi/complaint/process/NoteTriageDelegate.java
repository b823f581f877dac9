package org.minyi.complaint.process;

import static org.minyi.complaint.process.ComplaintProcess.CATEGORY;
import static org.minyi.complaint.process.ComplaintProcess.DONE_BY;
import static org.minyi.complaint.process.ComplaintProcess.JURISDICTION;
import static org.minyi.complaint.process.ComplaintProcess.RESPONDENT_OFFICER;
import static org.minyi.complaint.process.ComplaintProcess.RESPONDENT_UNIT;
import static org.minyi.complaint.process.ComplaintProcess.SEVERITY;
import static org.minyi.complaint.process.ComplaintProcess.TRIAGE_WORDS_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.citizen.WordsId;
import org.minyi.complaint.Category;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Jurisdiction;
import org.minyi.complaint.Severity;
import org.minyi.complaint.Triage;
import org.minyi.complaint.TriageVerdict;
import org.minyi.organisation.UnitCode;
import org.springframework.stereotype.Component;

/** Keeps what triage decided. */
@Component
class NoteTriageDelegate implements JavaDelegate {

    private final Triage triage;

    NoteTriageDelegate(Triage triage) {
        this.triage = triage;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var matter = triage.note(
                ComplaintId.of(execution.getProcessBusinessKey()),
                new TriageVerdict(
                        Category.valueOf(CATEGORY.on(execution).get()),
                        Severity.valueOf(SEVERITY.on(execution).get()),
                        Jurisdiction.valueOf(JURISDICTION.on(execution).get()),
                        RESPONDENT_UNIT
                                .on(execution)
                                .optional()
                                .filter(code -> !code.isBlank())
                                .map(UnitCode::new)
                                .orElse(null),
                        RESPONDENT_OFFICER.on(execution).optional().orElse(null),
                        DONE_BY.on(execution).get(),
                        TRIAGE_WORDS_ID
                                .on(execution)
                                .optional()
                                .map(WordsId::of)
                                .orElse(null)));
        execution.setVariables(ComplaintProcess.facts(matter));
    }
}
