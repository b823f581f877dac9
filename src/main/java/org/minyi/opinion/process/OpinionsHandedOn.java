package org.minyi.opinion.process;

import static org.minyi.opinion.process.LeaderOpinionProcess.ANSWER_GROUP;

import org.camunda.bpm.engine.RuntimeService;
import org.minyi.opinion.OpinionHandedOn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings an opinion to the desk of the unit that has the matter now, also one whose answer is being looked at. */
@Component
class OpinionsHandedOn {

    private final RuntimeService runtime;

    OpinionsHandedOn(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(OpinionHandedOn handed) {
        var variables = handed.matter().variables(handed.round());
        ANSWER_GROUP.with(handed.answering().group(), variables);
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(LeaderOpinionProcess.ID)
                .processInstanceBusinessKey(handed.opinion().id().toString())
                .list()
                .forEach(instance -> {
                    runtime.setVariables(instance.getId(), variables);
                    runtime.createMessageCorrelation(LeaderOpinionProcess.HANDED_ON)
                            .processInstanceId(instance.getId())
                            .correlateAll();
                });
    }
}
