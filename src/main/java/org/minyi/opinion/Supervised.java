package org.minyi.opinion;

import java.util.Optional;
import java.util.UUID;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Complaints;
import org.minyi.desk.MatterFacts;
import org.minyi.organisation.Desk;
import org.minyi.organisation.Impartiality;
import org.minyi.organisation.Level;
import org.minyi.organisation.Member;
import org.minyi.organisation.Members;
import org.minyi.organisation.Role;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.UnitDesks;
import org.minyi.organisation.Units;
import org.minyi.sight.Sights;
import org.minyi.workorder.WorkOrder;
import org.minyi.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** Which matters somebody may supervise, from which desk, and who answers them. */
@Component
class Supervised {

    private final Complaints complaints;
    private final WorkOrders orders;
    private final Sights sights;
    private final Members members;
    private final Impartiality impartiality;
    private final UnitDesks desks;
    private final Units units;

    Supervised(
            Complaints complaints,
            WorkOrders orders,
            Sights sights,
            Members members,
            Impartiality impartiality,
            UnitDesks desks,
            Units units) {
        this.complaints = complaints;
        this.orders = orders;
        this.sights = sights;
        this.members = members;
        this.impartiality = impartiality;
        this.desks = desks;
        this.units = units;
    }

    /**
     * Somebody and the matter they supervise.
     *
     * @param leading the desk they do it from
     * @param answering the desk that answers
     */
    record By(Complaint complaint, Optional<WorkOrder> order, Desk leading, Desk answering) {

        MatterFacts facts() {
            var one = order.map(WorkOrder::matter);
            return new MatterFacts(
                    complaint.id().value(),
                    complaint.number(),
                    complaint.title(),
                    order.map(WorkOrder::handling).orElse(null),
                    order.map(WorkOrder::executing).orElse(null),
                    one.map(matter -> matter.respondent().unit()).orElse(complaint.respondentUnit()),
                    one.map(matter -> matter.respondent().officer()).orElse(complaint.respondentOfficer()));
        }

        int round() {
            return order.map(WorkOrder::round).orElse(1);
        }
    }

    /** Empty where it is not theirs. */
    Optional<By> by(String user, UUID matter) {
        var leader = members.find(user);
        if (matter == null || leader.isEmpty() || !sights.sees(user, matter)) {
            return Optional.empty();
        }
        return complaints
                .find(new ComplaintId(matter))
                .filter(Complaint::isOpen)
                .filter(complaint -> impartiality.isImpartial(
                        leader.get(), complaint.respondentUnit(), complaint.respondentOfficer()))
                .flatMap(complaint -> by(leader.get(), complaint));
    }

    /** Whoever raised one, a leader or an exchange. */
    Optional<By> raising(String raisedBy, UUID matter) {
        return members.find(raisedBy).isPresent() ? by(raisedBy, matter) : fromOutside(matter);
    }

    /** As an exchange of the city does: the centre's reviewers look at the answer, or who does so instead of them. */
    Optional<By> fromOutside(UUID matter) {
        return complaints
                .find(new ComplaintId(matter))
                .filter(Complaint::isOpen)
                .map(complaint -> atTheCentre(complaint, Role.REVIEWER));
    }

    private By atTheCentre(Complaint complaint, Role role) {
        var order = orders.ofComplaint(complaint.id().value());
        var executing = order.map(WorkOrder::executing).or(() -> order.map(WorkOrder::handling));
        var centre = units.centre().code();
        return new By(
                complaint,
                order,
                impartiality.insteadOf(
                        new Desk(role, centre), complaint.respondentUnit(), complaint.respondentOfficer()),
                executing
                        .filter(unit -> !isCentre(unit))
                        .map(desks::answering)
                        .orElse(new Desk(Role.REVIEWER, centre)));
    }

    private Optional<By> by(Member leader, Complaint complaint) {
        var order = orders.ofComplaint(complaint.id().value());
        var handling = order.map(WorkOrder::handling);
        var executing = order.map(WorkOrder::executing).or(() -> handling);
        var centre = units.centre().code();
        if (leader.roles().contains(Role.DIRECTOR)) {
            return Optional.of(new By(
                    complaint,
                    order,
                    new Desk(Role.DIRECTOR, centre),
                    executing
                            .filter(unit -> !isCentre(unit))
                            .map(desks::answering)
                            .orElse(new Desk(Role.REVIEWER, centre))));
        }
        return leader.roles().contains(Role.LEADER)
                        && handling.filter(leader.unit()::equals).isPresent()
                ? executing.map(
                        unit -> new By(complaint, order, new Desk(Role.LEADER, leader.unit()), desks.working(unit)))
                : Optional.empty();
    }

    private boolean isCentre(UnitCode unit) {
        return units.find(unit).filter(known -> known.level() == Level.CENTRE).isPresent();
    }
}
