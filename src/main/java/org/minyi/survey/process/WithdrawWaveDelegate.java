package org.minyi.survey.process;

import static org.minyi.survey.process.SurveyWaveProcess.DONE_BY;
import static org.minyi.survey.process.SurveyWaveProcess.RELEASE_WORDS_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.citizen.WordsId;
import org.minyi.survey.WaveId;
import org.minyi.survey.Waves;
import org.springframework.stereotype.Component;

/** Takes the wave back on the second person's verdict. */
@Component
class WithdrawWaveDelegate implements JavaDelegate {

    private final Waves waves;

    WithdrawWaveDelegate(Waves waves) {
        this.waves = waves;
    }

    @Override
    public void execute(DelegateExecution execution) {
        waves.withdraw(
                WaveId.of(execution.getProcessBusinessKey()),
                DONE_BY.on(execution).get(),
                RELEASE_WORDS_ID.on(execution).optional().map(WordsId::of).orElse(null));
    }
}
