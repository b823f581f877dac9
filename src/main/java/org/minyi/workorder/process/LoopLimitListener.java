package org.minyi.workorder.process;

import static org.minyi.workorder.process.WorkOrderProcess.FINAL_DECISION;
import static org.minyi.workorder.process.WorkOrderProcess.RUNG;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.minyi.workorder.LoopLimitReached;
import org.springframework.stereotype.Component;

/** Lets nobody send a matter round for ever: on the last rung it is disposed of. */
@Component
class LoopLimitListener implements TaskListener {

    /** The last word of escalation-ladder.dmn. */
    static final String LAST = "LAST_DISPOSAL";

    @Override
    public void notify(DelegateTask done) {
        var isLast = RUNG.on(done).optional().filter(LAST::equals).isPresent();
        if (isLast && "RECTIFY_AGAIN".equals(FINAL_DECISION.on(done).get())) {
            throw new LoopLimitReached();
        }
    }
}
