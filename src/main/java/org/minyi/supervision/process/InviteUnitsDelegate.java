package org.minyi.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.supervision.gathering.Gatherings;
import org.minyi.supervision.gathering.NewMeeting;
import org.springframework.stereotype.Component;

/** Convenes the meeting and invites the units. */
@Component
class InviteUnitsDelegate implements JavaDelegate {

    private final Gatherings gatherings;

    InviteUnitsDelegate(Gatherings gatherings) {
        this.gatherings = gatherings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var meeting = gatherings.convene(new NewMeeting(
                SupervisionProcess.matter(execution),
                SupervisionProcess.ROUND.on(execution).get(),
                SupervisionProcess.moment(SupervisionProcess.MEETS_AT, execution),
                SupervisionProcess.words(SupervisionProcess.PLACE_WORDS_ID, execution),
                SupervisionProcess.words(SupervisionProcess.AGENDA_WORDS_ID, execution),
                SupervisionProcess.invited(execution),
                SupervisionProcess.DONE_BY.on(execution).get()));
        SupervisionProcess.GATHERING_ID.on(execution).set(meeting.toString());
    }
}
