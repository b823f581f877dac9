package org.minyi.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.minyi.supervision.Overdue;
import org.springframework.stereotype.Component;

/** A level has urged: the rest of its time runs on, and is waited for. */
@Component
class LevelWaitsListener implements TaskListener {

    private final Overdue overdue;

    LevelWaitsListener(Overdue overdue) {
        this.overdue = overdue;
    }

    @Override
    public void notify(DelegateTask done) {
        overdue.levelWaits(
                OverdueProcess.matter(done.getExecution()),
                OverdueProcess.PART.on(done).get());
    }
}
