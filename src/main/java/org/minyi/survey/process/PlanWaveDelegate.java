package org.minyi.survey.process;

import static org.minyi.survey.process.SurveyWaveProcess.ASKED;
import static org.minyi.survey.process.SurveyWaveProcess.CONTACTS;
import static org.minyi.survey.process.SurveyWaveProcess.DAY;
import static org.minyi.survey.process.SurveyWaveProcess.EXCLUDED;
import static org.minyi.survey.process.SurveyWaveProcess.PLANNED;
import static org.minyi.survey.process.SurveyWaveProcess.STARTED_BY;
import static org.minyi.survey.process.SurveyWaveProcess.UNUSUAL;

import java.time.LocalDate;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.survey.Wave;
import org.minyi.survey.WaveId;
import org.minyi.survey.Waves;
import org.springframework.stereotype.Component;

/** Plans the wave. One started by timer or in Tasklist gets its id here. */
@Component
class PlanWaveDelegate implements JavaDelegate {

    private final Waves waves;

    PlanWaveDelegate(Waves waves) {
        this.waves = waves;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (execution.getProcessBusinessKey() == null) {
            execution.setProcessBusinessKey(UUID.randomUUID().toString());
        }
        var wave = waves.plan(
                WaveId.of(execution.getProcessBusinessKey()),
                DAY.on(execution).optional().map(LocalDate::parse),
                STARTED_BY.on(execution).optional().orElse("timer"));
        PLANNED.on(execution).set(wave.map(PlanWaveDelegate::verdict).orElse("NOTHING"));
        wave.ifPresent(planned -> show(execution, planned));
    }

    private static String verdict(Wave wave) {
        return wave.state() == Wave.State.HELD ? "HELD" : "READY";
    }

    private static void show(DelegateExecution execution, Wave wave) {
        DAY.on(execution).set(wave.day().toString());
        CONTACTS.on(execution).set(wave.contacts());
        ASKED.on(execution).set(wave.asked());
        EXCLUDED.on(execution).set(wave.excluded());
        UNUSUAL.on(execution).set(wave.unusual());
    }
}
