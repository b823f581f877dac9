package org.minyi.opinion.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.minyi.opinion.Opinions;
import org.springframework.stereotype.Component;

/** Keeps whether the leader is content. */
@Component
class NoteOpinionJudgedListener implements TaskListener {

    private final Opinions opinions;

    NoteOpinionJudgedListener(Opinions opinions) {
        this.opinions = opinions;
    }

    @Override
    public void notify(DelegateTask done) {
        opinions.judge(
                LeaderOpinionProcess.opinion(done),
                "ACCEPTED".equals(LeaderOpinionProcess.ACCEPT_DECISION.on(done).get()),
                LeaderOpinionProcess.DONE_BY.on(done).get(),
                LeaderOpinionProcess.words(LeaderOpinionProcess.ACCEPT_WORDS_ID, done));
    }
}
