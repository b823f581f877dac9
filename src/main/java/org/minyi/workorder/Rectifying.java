package org.minyi.workorder;

import java.time.Instant;
import org.minyi.supervision.Supervision;
import org.minyi.supervision.Supervision.Reason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Putting a matter right: given its time, reminded, and done once more when it was not good enough. */
@Service
public class Rectifying {

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

    /** Begins this round's rectification; answers when it will be due, as it looks now. */
    @Transactional
    public Instant start(WorkOrderId id) {
        var order = tables.get(id);
        tables.enter(order, WorkOrder.State.RECTIFYING);
        return limits.expected(order, OrderLimits.RECTIFY);
    }

    /** The letter to the unit that has the order in hand, once per round and reason; asked again, nothing happens. */
    @Transactional
    public void remind(WorkOrderId id, Reason reason) {
        var order = tables.get(id);
        var matter = order.matter().complaint();
        if (reason == Reason.LATE) {
            var deadline = limits.fixed(order, OrderLimits.RECTIFY);
            supervision.remindLate(matter, order.executing(), order.round(), deadline.id(), deadline.due());
        } else {
            supervision.remindOnceMore(matter, order.round());
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
