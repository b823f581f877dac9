package org.minyi.survey.process;

import static org.minyi.survey.process.SurveyWaveProcess.CLOSES_AT;
import static org.minyi.survey.process.SurveyWaveProcess.DONE_BY;
import static org.minyi.survey.process.SurveyWaveProcess.RELEASE_WORDS_ID;
import static org.minyi.survey.process.SurveyWaveProcess.REMIND_AT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.citizen.WordsId;
import org.minyi.survey.WaveId;
import org.minyi.survey.Waves;
import org.springframework.stereotype.Component;

/** Puts the wave into the outbox and tells the timers when to remind and when to close. */
@Component
class SendWaveDelegate implements JavaDelegate {

    private final Waves waves;

    SendWaveDelegate(Waves waves) {
        this.waves = waves;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var wave = waves.send(
                WaveId.of(execution.getProcessBusinessKey()),
                DONE_BY.on(execution).optional().orElse(null),
                RELEASE_WORDS_ID.on(execution).optional().map(WordsId::of).orElse(null));
        REMIND_AT.on(execution).set(wave.remindAt().toString());
        CLOSES_AT.on(execution).set(wave.closesAt().toString());
    }
}
