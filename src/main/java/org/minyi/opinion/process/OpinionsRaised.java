package org.minyi.opinion.process;

import static org.minyi.opinion.process.LeaderOpinionProcess.ANSWER_GROUP;
import static org.minyi.opinion.process.LeaderOpinionProcess.CATEGORY;
import static org.minyi.opinion.process.LeaderOpinionProcess.LEADER_GROUP;
import static org.minyi.opinion.process.LeaderOpinionProcess.PART;
import static org.minyi.opinion.process.LeaderOpinionProcess.SEVERITY;

import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.minyi.opinion.OpinionRaised;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings an opinion to the desk of the unit, in the same transaction. */
@Component
class OpinionsRaised {

    private final RuntimeService runtime;

    OpinionsRaised(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(OpinionRaised raised) {
        var id = raised.opinion().id().toString();
        var variables = raised.matter().variables(raised.round());
        PART.with(id, variables);
        CATEGORY.with(Objects.toString(raised.complaint().category(), null), variables);
        SEVERITY.with(raised.complaint().severity().name(), variables);
        ANSWER_GROUP.with(raised.answering().group(), variables);
        LEADER_GROUP.with(raised.leading().group(), variables);
        runtime.startProcessInstanceByKey(LeaderOpinionProcess.ID, id, variables);
    }
}
