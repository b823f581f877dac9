package org.minyi.supervision.process;

import static org.minyi.supervision.process.OverdueProcess.DONE_BY;
import static org.minyi.supervision.process.OverdueProcess.MATTER_ID;
import static org.minyi.supervision.process.OverdueProcess.ROUND;
import static org.minyi.supervision.process.OverdueProcess.STEP_NAME;
import static org.minyi.supervision.process.OverdueProcess.URGE_WORDS_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.minyi.citizen.WordsId;
import org.minyi.supervision.SupervisionStep;
import org.minyi.supervision.SupervisionStory;
import org.springframework.stereotype.Component;

/** Keeps what a level above ordered. What is no matter has no story. */
@Component
class NoteUrgedListener implements TaskListener {

    private final SupervisionStory story;

    NoteUrgedListener(SupervisionStory story) {
        this.story = story;
    }

    @Override
    public void notify(DelegateTask done) {
        MATTER_ID
                .on(done)
                .optional()
                .map(UUID::fromString)
                .ifPresent(matter -> story.done(
                        matter,
                        ROUND.on(done).get(),
                        SupervisionStep.What.URGED,
                        DONE_BY.on(done).get(),
                        OverdueProcess.lateUnit(done),
                        STEP_NAME.on(done).get(),
                        URGE_WORDS_ID.on(done).optional().map(WordsId::of).orElse(null)));
    }
}
