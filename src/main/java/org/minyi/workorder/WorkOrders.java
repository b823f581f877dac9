package org.minyi.workorder;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.minyi.callback.Callees;
import org.minyi.citizen.PersonId;
import org.springframework.stereotype.Service;

/** The work orders there are, and what was done to each. */
@Service
public class WorkOrders implements Callees {

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

    /** The orders of these complaints, by complaint. */
    public Map<UUID, WorkOrder> ofComplaints(Collection<UUID> complaints) {
        return tables.ofComplaints(complaints).stream()
                .collect(Collectors.toMap(order -> order.matter().complaint(), order -> order));
    }

    /** All orders of a person, oldest first. */
    public List<WorkOrder> of(PersonId person) {
        return tables.of(person);
    }

    @Override
    public PersonId callee(UUID matter) {
        return ofComplaint(matter).orElseThrow().matter().person();
    }

    /** The order's own story, oldest first. */
    public List<OrderStep> steps(WorkOrderId order) {
        return tables.steps(order);
    }
}
