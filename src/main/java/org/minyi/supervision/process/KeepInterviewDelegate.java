package org.minyi.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.supervision.gathering.Gatherings;
import org.minyi.supervision.gathering.NewInterview;
import org.springframework.stereotype.Component;

/** Keeps what was said when a leader was spoken to; what was agreed has to be done. */
@Component
class KeepInterviewDelegate implements JavaDelegate {

    private final Gatherings gatherings;

    KeepInterviewDelegate(Gatherings gatherings) {
        this.gatherings = gatherings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        gatherings.interviewed(new NewInterview(
                SupervisionProcess.matter(execution),
                SupervisionProcess.ROUND.on(execution).get(),
                SupervisionProcess.moment(SupervisionProcess.HELD_AT, execution),
                SupervisionProcess.words(SupervisionProcess.PLACE_WORDS_ID, execution),
                SupervisionProcess.INTERVIEWED.on(execution).get(),
                SupervisionProcess.words(SupervisionProcess.TALK_WORDS_ID, execution),
                SupervisionProcess.words(SupervisionProcess.TALK_ANSWER_WORDS_ID, execution),
                SupervisionProcess.DONE_BY.on(execution).get(),
                SupervisionProcess.duties(execution)));
    }
}
