package org.minyi.workorder;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minyi.citizen.PersonId;
import org.springframework.stereotype.Service;

/** The work orders there are, and what was done to each. */
@Service
public class WorkOrders {

    private final WorkOrderTables tables;

    WorkOrders(WorkOrderTables tables) {
        this.tables = tables;
    }

    public Optional<WorkOrder> find(WorkOrderId id) {
        return tables.find(id);
    }

    public Optional<WorkOrder> ofComplaint(UUID complaint) {
        return tables.ofComplaint(complaint);
    }

    /** All orders of a person, oldest first. */
    public List<WorkOrder> of(PersonId person) {
        return tables.of(person);
    }

    /** The order's own story, oldest first. */
    public List<OrderStep> steps(WorkOrderId order) {
        return tables.steps(order);
    }
}
