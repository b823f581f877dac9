package org.minyi.workorder;

import java.time.Instant;
import org.minyi.calendar.Deadline;
import org.minyi.calendar.Deadlines;
import org.minyi.calendar.StepLimits;
import org.minyi.calendar.TimeLimit;
import org.minyi.calendar.Turn;
import org.springframework.stereotype.Service;

/** When a step of an order's round is due. */
@Service
class OrderLimits {

    /** As time-limit.dmn calls it; the desk gives the task the same deadline. */
    static final String RECTIFY = "work-order.rectify";

    static final String REPLY_WINDOW = "work-order.replyWindow";

    private final StepLimits limits;
    private final Deadlines deadlines;

    OrderLimits(StepLimits limits, Deadlines deadlines) {
        this.limits = limits;
        this.deadlines = deadlines;
    }

    /** When a step would be due that begins now; nothing is fixed by asking. */
    Instant expected(WorkOrder order, String step) {
        return deadlines.expected(order.handling(), limit(order, step));
    }

    /** Fixed once, however often it is asked. */
    Instant due(WorkOrder order, String step) {
        return fixed(order, step).due();
    }

    Deadline fixed(WorkOrder order, String step) {
        var turn = Turn.of(order.matter().complaint(), step, order.round(), order.handling());
        return deadlines.fix(turn, limit(order, step));
    }

    private TimeLimit limit(WorkOrder order, String step) {
        return limits.limit(step, order.matter().category(), order.matter().severity());
    }
}
