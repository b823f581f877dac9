package org.minyi.workorder.process;

import static org.minyi.workorder.process.WorkOrderProcess.ANSWER;
import static org.minyi.workorder.process.WorkOrderProcess.ANSWER_RECEIVED;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.minyi.question.AnswerGiven;
import org.minyi.question.LateAnswerGiven;
import org.minyi.question.Subject;
import org.minyi.workorder.Resurvey;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries a person's answer to the order that waits for it; one that comes too late is kept, and moves nothing. */
@Component
class AnswersHeard {

    private final Resurvey resurvey;
    private final RuntimeService runtime;

    AnswersHeard(Resurvey resurvey, RuntimeService runtime) {
        this.resurvey = resurvey;
        this.runtime = runtime;
    }

    @EventListener
    void on(AnswerGiven given) {
        if (given.subject() == Subject.WORK_ORDER && !(resurvey.isAwaited(given) && isDelivered(given))) {
            resurvey.late(given);
        }
    }

    @EventListener
    void on(LateAnswerGiven given) {
        if (given.answer().subject() == Subject.WORK_ORDER) {
            resurvey.late(given.answer());
        }
    }

    /** False when the reply window closed a moment ago and the person is about to be phoned. */
    private boolean isDelivered(AnswerGiven given) {
        return !runtime.createMessageCorrelation(ANSWER_RECEIVED)
                .processInstanceBusinessKey(given.subjectId().toString())
                .setVariables(ANSWER.with(given.answer().name(), Variables.createVariables()))
                .correlateAllWithResult()
                .isEmpty();
    }
}
