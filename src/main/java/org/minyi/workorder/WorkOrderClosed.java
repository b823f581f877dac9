package org.minyi.workorder;

import java.util.UUID;

/** A work order has come to its end. */
public record WorkOrderClosed(WorkOrderId order, UUID complaint, Outcome outcome) {}
