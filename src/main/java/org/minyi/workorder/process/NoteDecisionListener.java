package org.minyi.workorder.process;

import static org.minyi.workorder.process.WorkOrderProcess.DONE_BY;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.minyi.workorder.Story;
import org.springframework.stereotype.Component;

/** Keeps every decision of a person in the order's story, before the drawing acts on it. */
@Component
class NoteDecisionListener implements TaskListener {

    private final Story story;

    NoteDecisionListener(Story story) {
        this.story = story;
    }

    @Override
    public void notify(DelegateTask done) {
        var decision = Decision.of(done);
        story.decided(
                WorkOrderProcess.order(done),
                decision.step(),
                DONE_BY.on(done).get(),
                decision.outcome(done),
                decision.words(done));
    }
}
