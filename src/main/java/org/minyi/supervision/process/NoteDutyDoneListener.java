package org.minyi.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.minyi.supervision.gathering.Duties;
import org.springframework.stereotype.Component;

/** Keeps what the unit says it did. */
@Component
class NoteDutyDoneListener implements TaskListener {

    private final Duties duties;

    NoteDutyDoneListener(Duties duties) {
        this.duties = duties;
    }

    @Override
    public void notify(DelegateTask done) {
        duties.done(
                DutyProcess.duty(done),
                SupervisionProcess.DONE_BY.on(done).get(),
                DutyProcess.words(DutyProcess.DONE_WORDS_ID, done));
    }
}
