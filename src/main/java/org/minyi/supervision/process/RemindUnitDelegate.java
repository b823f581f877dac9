package org.minyi.supervision.process;

import static org.minyi.supervision.process.OverdueProcess.MATTER_NUMBER;
import static org.minyi.supervision.process.OverdueProcess.ROUND;
import static org.minyi.supervision.process.OverdueProcess.STILL_LATE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.supervision.Reminding;
import org.springframework.stereotype.Component;

/** Reminds the unit by letter that a step is late, where it still is. */
@Component
class RemindUnitDelegate implements JavaDelegate {

    private final Reminding reminding;

    RemindUnitDelegate(Reminding reminding) {
        this.reminding = reminding;
    }

    @Override
    public void execute(DelegateExecution execution) {
        STILL_LATE
                .on(execution)
                .set(reminding.late(
                        OverdueProcess.deadline(execution),
                        MATTER_NUMBER.on(execution).optional().isPresent() ? OverdueProcess.matter(execution) : null,
                        ROUND.on(execution).get()));
    }
}
