package org.minyi.opinion.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.minyi.opinion.Opinions;
import org.springframework.stereotype.Component;

/** Keeps what the unit answered. */
@Component
class NoteOpinionAnsweredListener implements TaskListener {

    private final Opinions opinions;

    NoteOpinionAnsweredListener(Opinions opinions) {
        this.opinions = opinions;
    }

    @Override
    public void notify(DelegateTask done) {
        opinions.answer(
                LeaderOpinionProcess.opinion(done),
                LeaderOpinionProcess.DONE_BY.on(done).get(),
                LeaderOpinionProcess.words(LeaderOpinionProcess.OPINION_ANSWER_WORDS_ID, done));
    }
}
