package org.minyi.workorder.process;

import static org.minyi.workorder.process.WorkOrderProcess.RESPONSIBLE_OFFICER;
import static org.minyi.workorder.process.WorkOrderProcess.RESPONSIBLE_UNIT;
import static org.minyi.workorder.process.WorkOrderProcess.SCORE;
import static org.minyi.workorder.process.WorkOrderProcess.VERDICT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.organisation.UnitCode;
import org.minyi.responsibility.Judgement;
import org.minyi.responsibility.Verdict;
import org.minyi.workorder.Judging;
import org.springframework.stereotype.Component;

/** Makes the confirmed verdict and score facts of the order; whoever is responsible is told. */
@Component
class KeepVerdictDelegate implements JavaDelegate {

    private final Judging judging;

    KeepVerdictDelegate(Judging judging) {
        this.judging = judging;
    }

    @Override
    public void execute(DelegateExecution execution) {
        judging.judged(
                WorkOrderProcess.order(execution),
                new Judgement(
                        Verdict.valueOf(VERDICT.on(execution).get()),
                        Integer.parseInt(SCORE.on(execution).get())),
                RESPONSIBLE_UNIT
                        .on(execution)
                        .optional()
                        .filter(KeepVerdictDelegate::isSaid)
                        .map(UnitCode::new),
                RESPONSIBLE_OFFICER.on(execution).optional().filter(KeepVerdictDelegate::isSaid));
    }

    /** A field that was left empty may be stored as an empty text. */
    private static boolean isSaid(String stored) {
        return !stored.isBlank();
    }
}
