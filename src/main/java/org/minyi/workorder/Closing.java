package org.minyi.workorder;

import java.time.Clock;
import java.util.Optional;
import org.minyi.citizen.WordsId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ways an order ends: with the person's answer or with the reasoned verdict of the level above. Each tells the
 * person by SMS; who has no mobile line reads nothing, which the story says.
 */
@Service
public class Closing {

    private final WorkOrderTables tables;
    private final ClosingLetters letters;
    private final Story story;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Closing(
            WorkOrderTables tables,
            ClosingLetters letters,
            Story story,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tables = tables;
        this.letters = letters;
        this.story = story;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Ends the order.
     *
     * @param explanation what the person is told besides; required where somebody judged against them
     */
    @Transactional
    public void close(WorkOrderId id, Outcome outcome, Optional<WordsId> explanation) {
        if (explanation.isEmpty() && outcome == Outcome.UNFOUNDED) {
            throw new ReasonsMissing(Step.EXPLAINED, outcome.name());
        }
        end(id, outcome, outcome.name(), explanation);
    }

    /**
     * Ends the order for good although the person is still unhappy.
     *
     * @param ground why; null where nobody said so, which is refused
     * @param explanation what the person is told
     * @throws ReasonsMissing without ground or explanation
     */
    @Transactional
    public void dispose(WorkOrderId id, DisposalGround ground, Optional<WordsId> explanation) {
        if (ground == null || explanation.isEmpty()) {
            throw new ReasonsMissing(Step.EXPLAINED, Outcome.FINAL_DISPOSAL.name());
        }
        end(id, Outcome.FINAL_DISPOSAL, Outcome.FINAL_DISPOSAL + "." + ground, explanation);
    }

    private void end(WorkOrderId id, Outcome outcome, String letter, Optional<WordsId> explanation) {
        var order = tables.get(id);
        if (outcome == Outcome.NO_ANSWER
                && story.lateAnswer(order)
                        .filter(said -> Heard.of(said) == Heard.BAD)
                        .isPresent()) {
            throw new AnsweredMeanwhile();
        }
        var told = letters.tell(order, letter, explanation);
        story.add(order, Step.EXPLAINED, told ? "BY_SMS" : "NO_MOBILE", explanation.orElse(null));
        tables.close(order, outcome, clock.instant());
        story.add(order, Step.CLOSED, outcome.name());
        events.publishEvent(new WorkOrderClosed(id, order.matter().complaint(), outcome));
    }
}
