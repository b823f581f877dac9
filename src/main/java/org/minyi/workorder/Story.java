package org.minyi.workorder;

import java.time.Clock;
import java.util.Optional;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.Member;
import org.minyi.organisation.Members;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes an order's story: who did what, when, with what outcome, in whose words. */
@Service
public class Story {

    private final WorkOrderTables tables;
    private final Members members;
    private final Clock clock;

    Story(WorkOrderTables tables, Members members, Clock clock) {
        this.tables = tables;
        this.members = members;
        this.clock = clock;
    }

    /**
     * Keeps what a person has just decided.
     *
     * @param words their reasons; null when they gave none, which some decisions do not allow
     */
    @Transactional
    public void decided(WorkOrderId order, Step step, String by, String outcome, WordsId words) {
        if (words == null && step.needsReasons(outcome)) {
            throw new ReasonsMissing(step, outcome);
        }
        var unit = members.find(by).map(Member::unit).orElse(null);
        var round = tables.get(order).round();
        tables.insert(new OrderStep(order, round, step, clock.instant(), by, unit, outcome, words));
    }

    /** What the person said too late about the rectification of this round; the last word counts. */
    Optional<String> lateAnswer(WorkOrder order) {
        return tables.steps(order.id()).stream()
                .filter(step -> step.step() == Step.ANSWERED_LATE && step.round() == order.round())
                .map(OrderStep::outcome)
                .reduce((earlier, later) -> later);
    }

    /** What was decided last in a step, in whichever round. */
    Optional<OrderStep> latest(WorkOrder order, Step step) {
        return tables.steps(order.id()).stream()
                .filter(done -> done.step() == step)
                .reduce((earlier, later) -> later);
    }

    /** Keeps an answer nobody waited for, in the round it is about. */
    void answeredLate(WorkOrder order, int round, String answer, WordsId words) {
        tables.insert(new OrderStep(
                order.id(), round, Step.ANSWERED_LATE, clock.instant(), OrderStep.MACHINE, null, answer, words));
    }

    /** Keeps what no person did. */
    void add(WorkOrder order, Step step, String outcome) {
        add(order, step, outcome, null);
    }

    void add(WorkOrder order, Step step, String outcome, WordsId words) {
        tables.insert(new OrderStep(
                order.id(), order.round(), step, clock.instant(), OrderStep.MACHINE, null, outcome, words));
    }
}
