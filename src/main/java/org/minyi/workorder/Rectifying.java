package org.minyi.workorder;

import java.time.Instant;
import org.minyi.supervision.Supervision;
import org.minyi.supervision.Supervision.Reason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Putting a matter right: judged, given its time, reminded, and done once more when it was not good enough. */
@Service
public class Rectifying {

    private static final int BLAMELESS = 100;

    private final WorkOrderTables tables;
    private final OrderLimits limits;
    private final Supervision supervision;
    private final Story story;

    Rectifying(WorkOrderTables tables, OrderLimits limits, Supervision supervision, Story story) {
        this.tables = tables;
        this.limits = limits;
        this.supervision = supervision;
        this.story = story;
    }

    /** Makes the confirmed verdict and score facts of the order; refuses two that contradict each other. */
    @Transactional
    public void judged(WorkOrderId id, Verdict verdict, int score) {
        if ((verdict == Verdict.UNFOUNDED) != (score == BLAMELESS)) {
            throw new ScoreContradictsVerdict(verdict, score);
        }
        tables.judge(tables.get(id), verdict, score);
    }

    /** Fixes when this round's rectification is due; asked again in the same round, answers the same. */
    @Transactional
    public Instant start(WorkOrderId id) {
        var order = tables.get(id);
        tables.enter(order, WorkOrder.State.RECTIFYING);
        return limits.due(order, OrderLimits.RECTIFY);
    }

    /** The letter to the unit that has the order in hand, once per round and reason; asked again, nothing happens. */
    @Transactional
    public void remind(WorkOrderId id, Reason reason) {
        var order = tables.get(id);
        var letter = supervision.remind(order.matter().complaint(), order.executing(), order.round(), reason);
        var told = "%s %d-%d".formatted(reason, letter.year(), letter.number());
        if (!story.tells(order, Step.REMINDED, told)) {
            story.add(order, Step.REMINDED, told);
        }
    }

    /** The person is still unhappy, or nobody could tell: it is done once more. Returns the round that begins. */
    @Transactional
    public int nextRound(WorkOrderId id) {
        tables.nextRound(tables.get(id));
        var order = tables.get(id);
        story.add(order, Step.ROUND_BEGUN, String.valueOf(order.round()));
        return order.round();
    }
}
