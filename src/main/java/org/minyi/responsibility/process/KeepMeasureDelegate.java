package org.minyi.responsibility.process;

import static org.minyi.responsibility.process.ResponsibilityProcess.DONE_BY;
import static org.minyi.responsibility.process.ResponsibilityProcess.MEASURE;
import static org.minyi.responsibility.process.ResponsibilityProcess.MEASURE_WORDS_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.citizen.WordsId;
import org.minyi.responsibility.Accountability;
import org.minyi.responsibility.AccountableCases;
import org.springframework.stereotype.Component;

/** Keeps what the inspector did about it. */
@Component
class KeepMeasureDelegate implements JavaDelegate {

    private final AccountableCases cases;

    KeepMeasureDelegate(AccountableCases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cases.hold(
                ResponsibilityProcess.id(execution),
                Accountability.Measure.valueOf(MEASURE.on(execution).get()),
                DONE_BY.on(execution).get(),
                MEASURE_WORDS_ID.on(execution).optional().map(WordsId::of).orElse(null));
    }
}
