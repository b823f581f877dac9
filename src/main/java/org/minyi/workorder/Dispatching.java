package org.minyi.workorder;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.Optional;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Getting an order to the unit that puts it right. The first receiver stays responsible until somebody else is; the
 * second return goes to the centre, whose decision is final.
 */
@Service
public class Dispatching {

    private final WorkOrderTables tables;
    private final Complainants complainants;
    private final ImpartialDesks desks;
    private final Units units;
    private final Story story;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Dispatching(
            WorkOrderTables tables,
            Complainants complainants,
            ImpartialDesks desks,
            Units units,
            Story story,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tables = tables;
        this.complainants = complainants;
        this.desks = desks;
        this.units = units;
        this.story = story;
        this.events = events;
        this.clock = clock;
    }

    /** Opens the order of a complaint; opened again, answers the same order. */
    @Transactional
    public WorkOrder open(NewOrder asked) {
        var matter = asked.person() == null ? asked.from(complainants.complainant(asked.complaint())) : asked;
        var id = new WorkOrderId(UuidCreator.getTimeOrderedEpoch());
        if (tables.insert(id, matter, clock.instant())) {
            story.add(tables.get(id), Step.OPENED, matter.severity());
        }
        return tables.ofComplaint(matter.complaint()).orElseThrow();
    }

    /** The level the respondent stands on; unknown is a word the table knows too. */
    public String levelOfRespondent(WorkOrder order) {
        return Optional.ofNullable(order.matter().respondent().unit())
                .flatMap(units::find)
                .map(unit -> unit.level().name())
                .orElse("UNKNOWN");
    }

    /**
     * Sends the order to the unit that has to sign for it.
     *
     * @param chosen by triage after a return; empty the first time, when the level decides
     */
    @Transactional
    public Dispatch dispatch(WorkOrderId id, HandlingLevel level, Optional<UnitCode> chosen) {
        var order = tables.get(id);
        var unit = chosen.orElseGet(() -> level == HandlingLevel.CENTRE
                ? units.centre().code()
                : order.matter().respondent().unit());
        var handling = units.subCentreOf(unit).code();
        tables.dispatch(order, handling);
        story.add(order, Step.DISPATCHED, handling.value());
        events.publishEvent(new OrderHandedOn(tables.get(id)));
        return new Dispatch(handling, desks.signing(handling));
    }

    /** Counts a return; the unit that sent it back stays responsible until somebody else is found. */
    @Transactional
    public int returned(WorkOrderId id) {
        var order = tables.get(id);
        tables.returned(order);
        return order.returns() + 1;
    }

    /**
     * Settles who puts the order right, and who may look over their shoulder.
     *
     * @param chosen a post of the handling unit, or after two returns whomever the centre chose; empty when the handling
     *     unit keeps it
     */
    @Transactional
    public Desks assign(WorkOrderId id, Optional<UnitCode> chosen) {
        var order = tables.get(id);
        var executing = chosen.orElse(order.handling());
        var ownerDecided = order.returns() > 1;
        if (!ownerDecided && !units.within(executing, order.handling())) {
            throw new NotBelowHandlingUnit(executing, order.handling());
        }
        var handling = ownerDecided ? units.subCentreOf(executing).code() : order.handling();
        tables.assign(order, handling, executing);
        events.publishEvent(new OrderHandedOn(tables.get(id)));
        return desks.around(order.matter().respondent(), handling, executing);
    }
}
