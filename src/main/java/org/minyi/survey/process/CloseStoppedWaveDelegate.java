package org.minyi.survey.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.survey.WaveId;
import org.minyi.survey.Waves;
import org.springframework.stereotype.Component;

/** Gives every contact of a stopped wave its last state. */
@Component
class CloseStoppedWaveDelegate implements JavaDelegate {

    private final Waves waves;

    CloseStoppedWaveDelegate(Waves waves) {
        this.waves = waves;
    }

    @Override
    public void execute(DelegateExecution execution) {
        waves.close(WaveId.of(execution.getProcessBusinessKey()));
    }
}
