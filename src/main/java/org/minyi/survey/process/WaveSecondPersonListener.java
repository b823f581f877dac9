package org.minyi.survey.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.minyi.survey.WaveId;
import org.minyi.survey.Waves;
import org.springframework.stereotype.Component;

/** Lets nobody release a wave who started it: refused on claiming, and on completing without a claim. */
@Component
class WaveSecondPersonListener implements TaskListener {

    private final Waves waves;

    WaveSecondPersonListener(Waves waves) {
        this.waves = waves;
    }

    @Override
    public void notify(DelegateTask task) {
        waves.mustBeSecondPerson(WaveId.of(task.getExecution().getProcessBusinessKey()), task.getAssignee());
    }
}
