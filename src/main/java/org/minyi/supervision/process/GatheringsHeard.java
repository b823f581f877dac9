package org.minyi.supervision.process;

import static org.minyi.supervision.process.SupervisionProcess.ANSWER_GROUP;
import static org.minyi.supervision.process.SupervisionProcess.GATHERING_ID;
import static org.minyi.supervision.process.SupervisionProcess.SUPERVISE_GROUP;

import org.camunda.bpm.engine.RuntimeService;
import org.minyi.supervision.SupervisionDesks;
import org.minyi.supervision.gathering.DutyAgreed;
import org.minyi.supervision.gathering.MinutesCirculated;
import org.minyi.supervision.gathering.MinutesCountersigned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins what interviews and meetings lead to, in the transaction in which it was agreed. */
@Component
class GatheringsHeard {

    private final RuntimeService runtime;
    private final SupervisionDesks desks;

    GatheringsHeard(RuntimeService runtime, SupervisionDesks desks) {
        this.runtime = runtime;
        this.desks = desks;
    }

    @EventListener
    void on(MinutesCirculated circulated) {
        var meeting = circulated.meeting();
        var unit = circulated.unit();
        var variables = circulated.matter().facts().variables(meeting.round());
        GATHERING_ID.with(meeting.id().toString(), variables);
        CountersignProcess.PART.with(unit.value(), variables);
        ANSWER_GROUP.with(desks.answering(unit).group(), variables);
        runtime.startProcessInstanceByKey(CountersignProcess.ID, meeting.id() + " " + unit, variables);
    }

    @EventListener
    void on(MinutesCountersigned countersigned) {
        runtime.createMessageCorrelation(SupervisionProcess.MINUTES_COUNTERSIGNED)
                .processInstanceVariableEquals(
                        GATHERING_ID.name(), countersigned.meeting().id().toString())
                .correlate();
    }

    @EventListener
    void on(DutyAgreed agreed) {
        var duty = agreed.duty();
        var matter = agreed.matter();
        var variables = matter.facts().variables(duty.round());
        DutyProcess.PART.with(duty.id().toString(), variables);
        DutyProcess.DUTY_GROUP.with(desks.working(duty.unit()).group(), variables);
        SUPERVISE_GROUP.with(desks.supervising(matter).group(), variables);
        runtime.startProcessInstanceByKey(DutyProcess.ID, duty.id().toString(), variables);
    }
}
