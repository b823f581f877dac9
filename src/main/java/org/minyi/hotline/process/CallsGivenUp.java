package org.minyi.hotline.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.minyi.channel.phone.CallGivenUp;
import org.minyi.channel.phone.LineAnswered;
import org.minyi.hotline.RingBacks;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has whoever gave up rung back, and nobody any more who was answered meanwhile; in the transaction of what was told. */
@Component
class CallsGivenUp {

    private final RuntimeService engine;
    private final RingBacks ringBacks;

    CallsGivenUp(RuntimeService engine, RingBacks ringBacks) {
        this.engine = engine;
        this.ringBacks = ringBacks;
    }

    @EventListener
    void on(CallGivenUp given) {
        ringBacks.gaveUp(given.call(), given.line(), given.at()).ifPresent(person -> {
            var variables = Variables.createVariables();
            HotlineProcess.PERSON_ID.with(person.toString(), variables);
            HotlineProcess.ATTEMPT.with(0, variables);
            engine.createMessageCorrelation(HotlineProcess.CALL_GIVEN_UP)
                    .processInstanceBusinessKey(given.call().toString())
                    .setVariables(variables)
                    .correlateStartMessage();
        });
    }

    @EventListener
    void on(LineAnswered answered) {
        ringBacks.answered(answered.line(), answered.at()).ifPresent(ended -> engine.createMessageCorrelation(
                        HotlineProcess.CALLED_AGAIN)
                .processInstanceBusinessKey(ended.toString())
                .correlateAll());
    }
}
