package org.minyi.survey.process;

import static org.minyi.survey.process.SurveyWaveProcess.WAVE_SENT;
import static org.minyi.survey.process.SurveyWaveProcess.WAVE_STOPPED;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.minyi.survey.WaveStopped;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes the process of a stopped wave off its way, in the same transaction. */
@Component
class StoppedWaves {

    private final RuntimeService runtime;

    StoppedWaves(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(WaveStopped stopped) {
        runtime.createMessageCorrelation(WAVE_STOPPED)
                .processInstanceBusinessKey(stopped.wave().toString())
                .setVariables(WAVE_SENT.with(stopped.wasSent(), Variables.createVariables()))
                .correlateAll();
    }
}
