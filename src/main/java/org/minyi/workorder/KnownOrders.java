package org.minyi.workorder;

import java.util.Optional;
import java.util.UUID;
import org.minyi.citizen.WordsId;
import org.minyi.notice.MattersKnown;
import org.minyi.notice.NewNotice;
import org.springframework.stereotype.Service;

/** What documents say of the matter an order belongs to. */
@Service
class KnownOrders implements MattersKnown {

    private final WorkOrderTables tables;
    private final Complainants complainants;
    private final Story story;

    KnownOrders(WorkOrderTables tables, Complainants complainants, Story story) {
        this.tables = tables;
        this.complainants = complainants;
        this.story = story;
    }

    @Override
    public NewNotice.Matter known(UUID matter) {
        return tables.ofComplaint(matter).map(this::matter).orElseGet(() -> NewNotice.Matter.of(matter));
    }

    @Override
    public Optional<WordsId> finding(UUID matter) {
        return tables.ofComplaint(matter)
                .flatMap(order -> story.latest(order, Step.VERIFIED))
                .map(OrderStep::words);
    }

    NewNotice.Matter matter(WorkOrder order) {
        var matter = order.matter();
        return new NewNotice.Matter(
                matter.complaint(),
                matter.number(),
                complainants.title(matter.complaint()).orElse(null),
                matter.person(),
                order.handling(),
                order.executing(),
                matter.respondent().unit(),
                matter.respondent().officer());
    }
}
