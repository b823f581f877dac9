package org.minyi.exchange;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.minyi.citizen.WordsId;
import org.minyi.complaint.ComplaintClosed;
import org.minyi.complaint.ComplaintJoined;
import org.minyi.complaint.ComplaintTriaged;
import org.minyi.complaint.Jurisdiction;
import org.minyi.organisation.Unit;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.minyi.workorder.AskedAgain;
import org.minyi.workorder.OrderHandedOn;
import org.minyi.workorder.OrderStep;
import org.minyi.workorder.PersonHeard;
import org.minyi.workorder.Step;
import org.minyi.workorder.WorkOrders;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the peer what becomes of its matter, step by step. */
@Component
class ToldOfMatters {

    private static final String TRANSFERRED = "TRANSFERRED";
    /** Ends that are themselves the answer: nobody put anything right before. */
    private static final Set<String> ANSWERS = Set.of("ANSWERED", "UNFOUNDED", "FINAL_DISPOSAL");

    private final PeerOutbox outbox;
    private final WorkOrders orders;
    private final Units units;

    ToldOfMatters(PeerOutbox outbox, WorkOrders orders, Units units) {
        this.outbox = outbox;
        this.orders = orders;
        this.units = units;
    }

    @EventListener
    void on(ComplaintTriaged triaged) {
        var matter = triaged.complaint().id().value();
        var isTakenOn = triaged.complaint().jurisdiction() == Jurisdiction.OURS
                || triaged.complaint().jurisdiction() == Jurisdiction.CONSULTATION;
        if (isTakenOn && !outbox.isSaid(matter, MessageKind.ACCEPT)) {
            outbox.put(matter, MessageKind.ACCEPT, body -> {});
        }
    }

    @EventListener
    void on(OrderHandedOn handed) {
        var order = handed.order();
        var unit = Optional.ofNullable(order.executing()).orElse(order.handling());
        outbox.put(order.matter().complaint(), MessageKind.RE_ASSIGN, body -> body.with("unit", unit)
                .with("unitName", name(unit)));
    }

    @EventListener
    void on(AskedAgain asked) {
        var order = asked.order();
        outbox.put(order.matter().complaint(), MessageKind.RESULT, body -> body.with("outcome", "RECTIFIED")
                .with("round", order.round())
                .words(latest(order.matter().complaint(), Step.RECTIFIED)));
    }

    @EventListener
    void on(PersonHeard heard) {
        outbox.put(heard.order().matter().complaint(), MessageKind.CALL_BACK_RESULT, body -> body.with(
                        "answer", heard.answer())
                .with("round", heard.order().round()));
    }

    @EventListener
    void on(ComplaintClosed closed) {
        var matter = closed.complaint().value();
        if (closed.outcome().equals(TRANSFERRED)) {
            outbox.put(matter, MessageKind.RETURN, body -> body.words(closed.words()));
            return;
        }
        if (ANSWERS.contains(closed.outcome())) {
            outbox.put(matter, MessageKind.RESULT, body -> body.with("outcome", closed.outcome())
                    .words(Optional.ofNullable(closed.words()).orElseGet(() -> latest(matter, Step.EXPLAINED))));
        }
        outbox.put(matter, MessageKind.CLOSE, body -> body.with("outcome", closed.outcome()));
    }

    @EventListener
    void on(ComplaintJoined joined) {
        outbox.put(joined.complaint().value(), MessageKind.CLOSE, body -> body.with("outcome", "JOINED")
                .with("joinedTo", joined.goesOnAs()));
    }

    private WordsId latest(UUID matter, Step step) {
        return orders.ofComplaint(matter).stream()
                .flatMap(order -> orders.steps(order.id()).stream())
                .filter(done -> done.step() == step)
                .reduce((earlier, later) -> later)
                .map(OrderStep::words)
                .orElse(null);
    }

    private String name(UnitCode unit) {
        return units.find(unit).map(Unit::name).orElse(null);
    }
}
