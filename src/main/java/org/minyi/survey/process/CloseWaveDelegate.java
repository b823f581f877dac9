package org.minyi.survey.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.survey.WaveId;
import org.minyi.survey.Waves;
import org.springframework.stereotype.Component;

/** Gives every contact its last state. */
@Component
class CloseWaveDelegate implements JavaDelegate {

    private final Waves waves;

    CloseWaveDelegate(Waves waves) {
        this.waves = waves;
    }

    @Override
    public void execute(DelegateExecution execution) {
        waves.close(WaveId.of(execution.getProcessBusinessKey()));
    }
}
