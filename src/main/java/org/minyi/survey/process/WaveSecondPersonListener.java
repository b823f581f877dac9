package org.minyi.survey.process;

import static org.minyi.survey.process.SurveyWaveProcess.DONE_BY;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.minyi.survey.WaveId;
import org.minyi.survey.Waves;
import org.springframework.stereotype.Component;

/**
 * Lets nobody release a wave who started it: refused on claiming already, so that nobody writes reasons in vain, and on
 * completing, claimed or not.
 */
@Component
class WaveSecondPersonListener implements TaskListener {

    private final Waves waves;

    WaveSecondPersonListener(Waves waves) {
        this.waves = waves;
    }

    @Override
    public void notify(DelegateTask task) {
        var wave = WaveId.of(task.getExecution().getProcessBusinessKey());
        if (EVENTNAME_COMPLETE.equals(task.getEventName())) {
            // Not the assignee: the task can be completed without a claim.
            waves.mustBeSecondPerson(wave, DONE_BY.on(task).optional().orElse(null));
        } else if (task.getAssignee() != null) {
            waves.mustBeSecondPerson(wave, task.getAssignee());
        }
    }
}
