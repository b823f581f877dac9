package org.minyi.workorder;

import java.time.Instant;
import org.minyi.calendar.Deadlines;
import org.minyi.calendar.StepLimits;
import org.springframework.stereotype.Service;

/** Fixes when a step of an order's round is due: once, however often it is asked. */
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

    Instant due(WorkOrder order, String step) {
        var matter = order.matter();
        var limit = limits.limit(step, matter.category(), matter.severity());
        return deadlines.fix(matter.complaint(), step, order.round(), limit).due();
    }
}
