package org.minyi.workorder.process;

import static org.minyi.workorder.process.WorkOrderProcess.RETURNS;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.workorder.Dispatching;
import org.springframework.stereotype.Component;

/** Counts how often the order came back unsigned. */
@Component
class NoteReturnDelegate implements JavaDelegate {

    private final Dispatching dispatching;

    NoteReturnDelegate(Dispatching dispatching) {
        this.dispatching = dispatching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RETURNS.on(execution).set(dispatching.returned(WorkOrderProcess.order(execution)));
    }
}
