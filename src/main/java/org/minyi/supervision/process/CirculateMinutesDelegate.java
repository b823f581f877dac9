package org.minyi.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.supervision.gathering.Gatherings;
import org.minyi.supervision.gathering.HeldMeeting;
import org.springframework.stereotype.Component;

/** Lays the minutes before every unit that was invited. */
@Component
class CirculateMinutesDelegate implements JavaDelegate {

    private final Gatherings gatherings;

    CirculateMinutesDelegate(Gatherings gatherings) {
        this.gatherings = gatherings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        gatherings.held(new HeldMeeting(
                SupervisionProcess.gathering(execution),
                SupervisionProcess.moment(SupervisionProcess.MET_AT, execution),
                SupervisionProcess.absent(execution),
                SupervisionProcess.words(SupervisionProcess.MINUTES_WORDS_ID, execution),
                SupervisionProcess.DONE_BY.on(execution).get(),
                SupervisionProcess.duties(execution)));
    }
}
