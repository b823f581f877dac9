package org.minyi.workorder;

import java.util.Optional;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.UnitCode;
import org.minyi.responsibility.Judgement;
import org.minyi.responsibility.NewVerdict;
import org.minyi.responsibility.Responsibilities;
import org.minyi.responsibility.Verdict;
import org.minyi.responsibility.VerdictSettled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the centre confirmed about a matter: whether it is founded, and who answers for it. */
@Service
public class Judging {

    private final WorkOrderTables tables;
    private final Story story;
    private final Responsibilities responsibilities;
    private final KnownOrders known;

    Judging(WorkOrderTables tables, Story story, Responsibilities responsibilities, KnownOrders known) {
        this.tables = tables;
        this.story = story;
        this.responsibilities = responsibilities;
        this.known = known;
    }

    /**
     * Makes the confirmed verdict and score facts of the order, and has whoever is responsible told of it. For what is
     * unfounded nobody answers.
     *
     * @param unit who is held responsible; empty where it is the unit complained about, or else the one that puts it right
     * @param officer who is besides, if anybody
     */
    @Transactional
    public void judged(WorkOrderId id, Judgement judgement, Optional<UnitCode> unit, Optional<String> officer) {
        tables.judge(tables.get(id), judgement);
        if (judgement.verdict() != Verdict.UNFOUNDED) {
            var order = tables.get(id);
            var confirmed = story.latest(order, Step.CONFIRMED);
            responsibilities.confirm(new NewVerdict(
                    known.matter(order),
                    order.round(),
                    judgement,
                    unit.or(() -> Optional.ofNullable(
                                    order.matter().respondent().unit()))
                            .orElse(order.executing()),
                    officer.orElse(null),
                    confirmed.map(OrderStep::by).orElse(OrderStep.MACHINE),
                    words(order, Step.VERIFIED),
                    words(order, Step.PROPOSED)));
        }
    }

    private WordsId words(WorkOrder order, Step step) {
        return story.latest(order, step).map(OrderStep::words).orElse(null);
    }

    /** An objection was upheld: the order says what the verdict on the unit became, and its story that it did. */
    @EventListener
    void on(VerdictSettled settled) {
        var one = settled.responsibility();
        if (one.isCorrected() && one.named().isEmpty()) {
            tables.ofComplaint(one.matter()).ifPresent(order -> {
                tables.judge(order, one.settled());
                story.add(order, Step.VERDICT_CORRECTED, one.settled().verdict().name());
            });
        }
    }
}
