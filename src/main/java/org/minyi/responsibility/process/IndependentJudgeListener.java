package org.minyi.responsibility.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.minyi.responsibility.Objections;
import org.springframework.stereotype.Component;

/** Lets nobody judge an objection who has had a hand in the matter, also since it was offered. */
@Component
class IndependentJudgeListener implements TaskListener {

    private final Objections objections;

    IndependentJudgeListener(Objections objections) {
        this.objections = objections;
    }

    @Override
    public void notify(DelegateTask task) {
        // Null: the task is given back.
        if (task.getAssignee() != null) {
            objections.mustBeIndependent(ResponsibilityProcess.id(task), task.getAssignee());
        }
    }
}
