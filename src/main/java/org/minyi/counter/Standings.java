package org.minyi.counter;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.WordsBook;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.ComplaintStep;
import org.minyi.complaint.Complaints;
import org.minyi.organisation.Unit;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.minyi.workorder.WorkOrder;
import org.minyi.workorder.WorkOrders;
import org.springframework.stereotype.Service;

/** Puts together what the holder of a receipt reads. */
@Service
public class Standings {

    private static final String TAKEN_IN = "TAKEN_IN";
    /** Endings whose words were written to the person. */
    private static final Set<String> TOLD = Set.of("ANSWERED", "TRANSFERRED");

    private final Complaints complaints;
    private final WorkOrders orders;
    private final Reopening reopening;
    private final Enquiries enquiries;
    private final Citizens citizens;
    private final Units units;
    private final WordsBook book;

    Standings(
            Complaints complaints,
            WorkOrders orders,
            Reopening reopening,
            Enquiries enquiries,
            Citizens citizens,
            Units units,
            WordsBook book) {
        this.complaints = complaints;
        this.orders = orders;
        this.reopening = reopening;
        this.enquiries = enquiries;
        this.citizens = citizens;
        this.units = units;
        this.book = book;
    }

    /** The matter, and after it each that took it up again: the last one is how things stand now. */
    public List<Standing> of(Complaint matter) {
        return eachInTurn(matter).map(this::standing).toList();
    }

    /** The matter that goes on now: the last that took it up again, or itself. */
    public Complaint latest(Complaint matter) {
        return eachInTurn(matter).reduce((earlier, later) -> later).orElseThrow();
    }

    private Stream<Complaint> eachInTurn(Complaint matter) {
        return Stream.iterate(Optional.of(matter), Optional::isPresent, one -> one.flatMap(reopening::takenUpAs))
                .flatMap(Optional::stream);
    }

    private Standing standing(Complaint matter) {
        var order = matter.isOpen() ? orders.ofComplaint(matter.id().value()) : Optional.<WorkOrder>empty();
        return new Standing(
                matter,
                stage(matter, order),
                order.map(WorkOrder::handling).map(this::nameOf).orElse(null),
                answer(matter),
                Optional.ofNullable(matter.joinedTo())
                        .flatMap(complaints::find)
                        .map(Complaint::number)
                        .orElse(null),
                reopening.until(matter).orElse(null),
                matter.line() != null
                        && citizens.optedOut(List.of(matter.line())).isEmpty(),
                asked(matter));
    }

    private static String stage(Complaint matter, Optional<WorkOrder> order) {
        if (matter.isOpen()) {
            return order.map(one -> one.state().name()).orElse(TAKEN_IN);
        }
        return matter.outcome() == null ? matter.state().name() : matter.state() + "." + matter.outcome();
    }

    private String nameOf(UnitCode code) {
        return units.find(code).map(Unit::name).orElse(null);
    }

    private String answer(Complaint matter) {
        return matter.outcome() == null || !TOLD.contains(matter.outcome())
                ? null
                : complaints.steps(matter.id()).stream()
                        .filter(step -> step.step().equals("closed"))
                        .map(ComplaintStep::words)
                        .reduce((first, last) -> last)
                        .map(words -> unnamed(matter, book.read(List.of(words)).get(words)))
                        .orElse(null);
    }

    private List<Standing.Asked> asked(Complaint matter) {
        var about = enquiries.about(matter.id().value());
        var words = book.read(about.stream()
                .flatMap(one -> Stream.of(one.words(), one.answer()))
                .filter(Objects::nonNull)
                .toList());
        return about.stream()
                .map(one -> new Standing.Asked(
                        one.askedAt(),
                        unnamed(matter, words.get(one.words())),
                        one.answeredAt(),
                        one.waits() ? null : unnamed(matter, words.get(one.answer()))))
                .toList();
    }

    /** Whoever holds the receipt need not be who filed it: what is read tells nobody's name. Forgotten words are none. */
    private String unnamed(Complaint matter, String words) {
        return words == null ? "" : citizens.unnamed(matter.person()).apply(words);
    }
}
