package org.minyi.survey.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.survey.WaveId;
import org.minyi.survey.Waves;
import org.springframework.stereotype.Component;

/** Reminds who has not answered, once. */
@Component
class RemindSilentDelegate implements JavaDelegate {

    private final Waves waves;

    RemindSilentDelegate(Waves waves) {
        this.waves = waves;
    }

    @Override
    public void execute(DelegateExecution execution) {
        waves.remind(WaveId.of(execution.getProcessBusinessKey()));
    }
}
