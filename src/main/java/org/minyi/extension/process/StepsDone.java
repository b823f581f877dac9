package org.minyi.extension.process;

import org.camunda.bpm.engine.RuntimeService;
import org.minyi.calendar.DeadlineEnded;
import org.minyi.extension.Granting;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever has done the step needs no more time for it: the question is taken off the desk. */
@Component
class StepsDone {

    private final Granting granting;
    private final RuntimeService runtime;

    StepsDone(Granting granting, RuntimeService runtime) {
        this.granting = granting;
        this.runtime = runtime;
    }

    @EventListener
    void on(DeadlineEnded ended) {
        granting.waiting(ended.deadline().id())
                .ifPresent(request -> runtime.createMessageCorrelation(ExtensionProcess.STEP_DONE)
                        .processInstanceBusinessKey(request.id().toString())
                        .correlateAll());
    }
}
