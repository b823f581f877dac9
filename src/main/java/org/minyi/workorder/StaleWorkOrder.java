package org.minyi.workorder;

/** Somebody else changed the order since it was read; whoever comes second reads again. */
public class StaleWorkOrder extends RuntimeException {

    StaleWorkOrder(WorkOrderId order) {
        super("work order %s was changed by somebody else meanwhile".formatted(order));
    }
}
