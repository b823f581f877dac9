package org.minyi.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.minyi.supervision.gathering.Duties;
import org.springframework.stereotype.Component;

/** Keeps whether the centre is content with it. */
@Component
class NoteDutyCheckedListener implements TaskListener {

    private final Duties duties;

    NoteDutyCheckedListener(Duties duties) {
        this.duties = duties;
    }

    @Override
    public void notify(DelegateTask done) {
        duties.checked(
                DutyProcess.duty(done),
                "ACCEPTED".equals(DutyProcess.DUTY_DECISION.on(done).get()),
                SupervisionProcess.DONE_BY.on(done).get(),
                DutyProcess.words(DutyProcess.CHECK_WORDS_ID, done));
    }
}
