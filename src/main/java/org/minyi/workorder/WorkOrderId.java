package org.minyi.workorder;

import java.util.UUID;

/** One matter a unit must put right; business key of its process. */
public record WorkOrderId(UUID value) {

    public static WorkOrderId of(String text) {
        return new WorkOrderId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
