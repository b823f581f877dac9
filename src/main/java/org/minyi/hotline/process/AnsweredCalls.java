package org.minyi.hotline.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.minyi.channel.phone.CallAnswered;
import org.minyi.channel.phone.Hotline;
import org.minyi.citizen.PersonId;
import org.minyi.hotline.HotlineCalls;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts the form on the desk of whoever picked up, in the transaction in which the exchange's word is stored. */
@Component
class AnsweredCalls {

    private final RuntimeService engine;
    private final HotlineCalls calls;

    AnsweredCalls(RuntimeService engine, HotlineCalls calls) {
        this.engine = engine;
        this.calls = calls;
    }

    @EventListener
    void on(CallAnswered answered) {
        var variables = Variables.createVariables();
        HotlineProcess.ANSWERED_BY.with(answered.user(), variables);
        var confidential = answered.hotline() == Hotline.POLICE;
        HotlineProcess.PERSON_ID.with(
                confidential
                        ? null
                        : calls.whoCalls(answered.line())
                                .map(PersonId::toString)
                                .orElse(null),
                variables);
        engine.createMessageCorrelation(confidential ? HotlineProcess.OFFICER_CALLED : HotlineProcess.CALL_ANSWERED)
                .processInstanceBusinessKey(answered.call().toString())
                .setVariables(variables)
                .correlateStartMessage();
    }
}
