package org.minyi.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.minyi.citizen.WordsId;
import org.minyi.desk.Variable;
import org.minyi.supervision.SupervisionStep.What;
import org.minyi.supervision.SupervisionStory;
import org.springframework.stereotype.Component;

/** Keeps what a leader answered, and whether the centre was content with it, before the drawing acts on it. */
@Component
class NoteSupervisionListener implements TaskListener {

    private static final Variable<String> ANSWER_WORDS_ID = Variable.text("noticeAnswerWordsId");
    private static final Variable<String> ANSWER_DECISION = Variable.text("answerDecision");
    private static final Variable<String> REVIEW_WORDS_ID = Variable.text("reviewWordsId");

    private final SupervisionStory story;

    NoteSupervisionListener(SupervisionStory story) {
        this.story = story;
    }

    @Override
    public void notify(DelegateTask done) {
        if (done.getTaskDefinitionKey().equals("userTask_answerNotice")) {
            note(done, What.NOTICE_ANSWERED, "ANSWERED", SupervisionProcess.words(ANSWER_WORDS_ID, done));
        } else {
            note(
                    done,
                    What.ANSWER_REVIEWED,
                    ANSWER_DECISION.on(done).get(),
                    SupervisionProcess.words(REVIEW_WORDS_ID, done));
        }
    }

    private void note(DelegateTask done, What what, String outcome, WordsId words) {
        story.done(
                SupervisionProcess.matter(done),
                SupervisionProcess.ROUND.on(done).get(),
                what,
                SupervisionProcess.DONE_BY.on(done).get(),
                null,
                outcome,
                words);
    }
}
