package org.minyi.board;

import java.util.List;
import java.util.Optional;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.Complaints;
import org.minyi.workorder.WorkOrder;
import org.minyi.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** What a matter is, in a few words: this one, and the person's earlier ones. */
@Component
class Heads {

    private final Complaints complaints;
    private final WorkOrders orders;

    Heads(Complaints complaints, WorkOrders orders) {
        this.complaints = complaints;
        this.orders = orders;
    }

    Dossier.Matter of(Complaint matter, String concerns, int round, boolean supervised, Wording wording) {
        return new Dossier.Matter(
                matter.number(),
                matter.title(),
                wording.name("kind", matter.kind()),
                wording.name("channel", matter.channel()),
                matter.raisedAt(),
                state(matter, orders.ofComplaint(matter.id().value()).orElse(null), wording),
                wording.name("severity", matter.severity()),
                wording.name("category", matter.category()),
                concerns,
                round,
                supervised);
    }

    /** Asked as the reader: the database shows the matter or it does not. */
    boolean isVisible(Complaint matter) {
        return complaints.find(matter.id()).isPresent();
    }

    List<Dossier.Earlier> earlier(About about, Extent extent, Wording wording) {
        var others = complaints.of(about.person()).stream()
                .filter(other -> !other.id().value().equals(about.id()))
                .filter(other -> extent.tells(other.id().value()))
                .toList();
        var known = orders.ofComplaints(
                others.stream().map(other -> other.id().value()).toList());
        return others.stream()
                .map(other -> new Dossier.Earlier(
                        other.number(),
                        other.title(),
                        other.raisedAt(),
                        state(other, known.get(other.id().value()), wording),
                        wording.name("closed", other.outcome())))
                .toList();
    }

    Optional<WorkOrder> order(About about) {
        return orders.ofComplaint(about.id());
    }

    /**
     * While a work order is open, its state says more than the matter's.
     *
     * @param order null where there is none
     */
    static String state(Complaint matter, WorkOrder order, Wording wording) {
        return order != null && order.isOpen()
                ? wording.name("work", order.state())
                : wording.name("state", matter.state());
    }
}
