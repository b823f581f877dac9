package org.minyi.history;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Complaints;
import org.minyi.organisation.Unit;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.minyi.workorder.WorkOrder;
import org.minyi.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** Instances with the matter they belong to; of a matter that is not the onlooker's nothing is told. */
@Component
class Rows {

    private final Complaints complaints;
    private final WorkOrders orders;
    private final Units units;
    private final Models models;

    Rows(Complaints complaints, WorkOrders orders, Units units, Models models) {
        this.complaints = complaints;
        this.orders = orders;
        this.units = units;
        this.models = models;
    }

    /**
     * Instances, and of the matters they belong to what may be seen.
     *
     * @param matters by id
     * @param ordered the work orders, by matter
     */
    record Seen(List<Instance> instances, Map<UUID, Complaint> matters, Map<UUID, WorkOrder> ordered) {}

    /** Asked as the onlooker, with a fixed number of questions, however many there are. */
    Seen look(List<Instance> instances) {
        var ids = instances.stream()
                .flatMap(instance -> instance.matter().stream())
                .map(ComplaintId::new)
                .distinct()
                .toList();
        var matters = complaints.find(ids).stream()
                .collect(toMap(matter -> matter.id().value(), identity()));
        return new Seen(instances, matters, orders.ofComplaints(matters.keySet()));
    }

    /** Not asked as the onlooker: the models are the engine's to read. */
    List<Row> of(Seen seen) {
        var names = seen.matters().isEmpty()
                ? Map.<UnitCode, String>of()
                : units.all().stream().collect(toMap(Unit::code, Unit::name));
        return seen.instances().stream()
                .map(instance -> row(instance, seen, names))
                .toList();
    }

    private Row row(Instance instance, Seen seen, Map<UnitCode, String> names) {
        var matter = instance.matter().map(seen.matters()::get);
        var drawing = models.drawing(instance.definition());
        var end = instance.end();
        return new Row(
                instance.id(),
                instance.process(),
                drawing.map(Drawing::name).orElse(instance.process()),
                drawing.map(Drawing::version).orElse(null),
                matter.map(found -> found.id().value()).orElse(null),
                matter.map(Complaint::number).orElse(null),
                matter.map(Complaint::title).orElse(null),
                matter.flatMap(found ->
                                unit(found, seen.ordered().get(found.id().value())))
                        .map(code -> names.getOrDefault(code, code.value()))
                        .orElse(null),
                instance.startedAt(),
                instance.endedAt(),
                instance.endedAt() == null
                        ? null
                        : Duration.between(instance.startedAt(), instance.endedAt())
                                .toSeconds(),
                end == null ? null : drawing.map(known -> known.nameOf(end)).orElse(end),
                instance.state());
    }

    /** Who puts it right, else who answers for that, else who is complained about. */
    private static Optional<UnitCode> unit(Complaint matter, WorkOrder order) {
        return Stream.of(
                        order == null ? null : order.executing(),
                        order == null ? null : order.handling(),
                        matter.respondentUnit())
                .filter(Objects::nonNull)
                .findFirst();
    }
}
