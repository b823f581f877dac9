package org.minyi.board;

import java.util.List;
import java.util.Optional;
import org.minyi.organisation.UnitCode;
import org.minyi.workorder.OrderStep;
import org.minyi.workorder.Step;
import org.minyi.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** What was done about the matter, step by step. */
@Component
class OrderStory implements Story {

    private final WorkOrders orders;

    OrderStory(WorkOrders orders) {
        this.orders = orders;
    }

    @Override
    public List<Told> tell(About about, Extent extent) {
        return orders.ofComplaint(about.id()).stream()
                .flatMap(order -> orders.steps(order.id()).stream())
                .filter(step -> !toldElsewhere(step))
                .map(OrderStory::told)
                .toList();
    }

    /** The letter and the SMS stand on the timeline themselves. */
    private static boolean toldElsewhere(OrderStep step) {
        return step.step() == Step.REMINDED
                || (step.step() == Step.ASKED_AGAIN && step.outcome().equals("BY_SMS"));
    }

    private static Told told(OrderStep step) {
        var key = "order." + step.step().name() + "." + step.outcome();
        return Told.of(step.at(), Told.Kind.STEP, key)
                .words(step.words())
                .by(step.by())
                .in(decidedUnit(step).orElse(step.unit()))
                .round(step.round());
    }

    /** Some steps decide on a unit: that one is told, not where the decision was taken. */
    private static Optional<UnitCode> decidedUnit(OrderStep step) {
        return step.outcome().matches("\\d{12}") ? Optional.of(new UnitCode(step.outcome())) : Optional.empty();
    }
}
