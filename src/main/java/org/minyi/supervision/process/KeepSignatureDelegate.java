package org.minyi.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.supervision.gathering.Gathering;
import org.minyi.supervision.gathering.Gatherings;
import org.springframework.stereotype.Component;

/** Keeps how a unit signed the minutes. */
@Component
class KeepSignatureDelegate implements JavaDelegate {

    private final Gatherings gatherings;

    KeepSignatureDelegate(Gatherings gatherings) {
        this.gatherings = gatherings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        gatherings.countersign(
                SupervisionProcess.gathering(execution),
                CountersignProcess.unit(execution),
                Gathering.Signature.valueOf(
                        CountersignProcess.SIGNATURE.on(execution).get()),
                SupervisionProcess.DONE_BY.on(execution).get(),
                SupervisionProcess.words(CountersignProcess.SIGNATURE_WORDS_ID, execution));
    }
}
