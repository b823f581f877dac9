package org.minyi.workorder;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.LineId;
import org.minyi.citizen.LineKind;
import org.minyi.organisation.CentreSettings;
import org.minyi.organisation.CentreText;
import org.minyi.question.Answer;
import org.minyi.question.AnswerGiven;
import org.minyi.question.NewQuestion;
import org.minyi.question.Questions;
import org.minyi.question.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asking the person again whether it has been put right. The survey was the first time, so the question after the first
 * rectification is of round 2.
 */
@Service
public class Resurvey {

    private final WorkOrderTables tables;
    private final Questions questions;
    private final Citizens citizens;
    private final OrderLimits limits;
    private final CentreText texts;
    private final Story story;
    private final ApplicationEventPublisher events;
    private final List<LeftInPeace> rooms;

    Resurvey(
            WorkOrderTables tables,
            Questions questions,
            Citizens citizens,
            OrderLimits limits,
            CentreSettings centre,
            Story story,
            ApplicationEventPublisher events,
            List<LeftInPeace> rooms) {
        this.tables = tables;
        this.questions = questions;
        this.citizens = citizens;
        this.limits = limits;
        this.texts = new CentreText("workorder", centre);
        this.story = story;
        this.events = events;
        this.rooms = rooms;
    }

    /** What stands for the answer of somebody who was not asked. */
    public static final String NOT_ASKED = "NOT_ASKED";

    /** In the story, of whoever has left no number: an officer who stays unnamed, a letter without a telephone. */
    private static final String NO_NUMBER = "NO_NUMBER";

    /**
     * How a person was asked.
     *
     * @param until when a reply by SMS counts; empty for whoever is not asked by SMS
     */
    public record Asked(AskedHow how, Optional<Instant> until) {}

    /** Asks by SMS whoever can and may be asked so, and says who has to be phoned, or cannot or may not be asked. */
    @Transactional
    public Asked askAgain(WorkOrderId id) {
        var order = tables.get(id);
        var matter = order.matter();
        tables.enter(order, WorkOrder.State.ASKED);
        events.publishEvent(new AskedAgain(order));
        if (isLeftInPeace(matter.complaint())) {
            return asked(order, AskedHow.NOT_AT_ALL, Optional.empty());
        }
        if (matter.line() == null) {
            story.add(order, Step.ASKED_AGAIN, NO_NUMBER);
            return new Asked(AskedHow.NOT_AT_ALL, Optional.empty());
        }
        if (!canBeAsked(matter.line())) {
            return asked(order, AskedHow.BY_PHONE, Optional.empty());
        }
        var closesAt = limits.due(order, OrderLimits.REPLY_WINDOW);
        questions.ask(new NewQuestion(
                Subject.WORK_ORDER,
                id.value(),
                order.round() + 1,
                batch(order),
                matter.person(),
                matter.line(),
                texts.about("sms.question", matter.number(), "{code}"),
                closesAt));
        return asked(order, AskedHow.BY_SMS, Optional.of(closesAt));
    }

    private Asked asked(WorkOrder order, AskedHow how, Optional<Instant> until) {
        story.add(order, Step.ASKED_AGAIN, how.name());
        return new Asked(how, until);
    }

    /** Whether an order still waits for this very answer. One that comes too late is kept in its story. */
    @Transactional
    public boolean isAwaited(AnswerGiven given) {
        return tables.find(new WorkOrderId(given.subjectId()))
                .filter(order -> order.state() == WorkOrder.State.ASKED && given.round() == order.round() + 1)
                .isPresent();
    }

    /**
     * Keeps an answer nobody waits for any more; a bad one to a closed order is handed on. An answer about an order
     * that is not there stays with its question: replies are applied many at a time, and one must not hold back all.
     */
    @Transactional
    public void late(AnswerGiven given) {
        tables.find(new WorkOrderId(given.subjectId())).ifPresent(order -> keepLate(order, given));
    }

    private void keepLate(WorkOrder order, AnswerGiven given) {
        // The question after the rectification of a round has the next round's number.
        story.answeredLate(order, given.round() - 1, given.answer().name(), given.words());
        if (!order.isOpen() && !given.answer().isGood()) {
            events.publishEvent(new LateDissatisfaction(order, given));
        }
    }

    /**
     * Keeps what the person said, by SMS or on the telephone, and ends the question. Who says nothing on the telephone
     * but has answered by SMS meanwhile has answered.
     *
     * @param answer of the SMS, or outcome of the return call, or {@link #NOT_ASKED}
     */
    @Transactional
    public Heard heard(WorkOrderId id, String answer) {
        var order = tables.get(id);
        var spoken = Heard.of(answer) != Heard.NONE;
        var said = spoken ? answer : story.lateAnswer(order).orElse(answer);
        questions.about(Subject.WORK_ORDER, id.value(), order.round() + 1).ifPresent(question -> {
            // What came by SMS stands with its reply: it was not said on the telephone.
            if (spoken) {
                questions.answerByPhone(question.id(), Answer.valueOf(said), null);
            }
            questions.closeOpen(question.batch());
        });
        if (said.equals(NOT_ASKED)) {
            return Heard.NONE;
        }
        story.add(order, Step.ANSWERED, said);
        events.publishEvent(new PersonHeard(order, said));
        return Heard.of(said);
    }

    private boolean isLeftInPeace(UUID complaint) {
        return rooms.stream().anyMatch(room -> room.isLeftInPeace(complaint));
    }

    /** An opt-out keeps every question away, also this one: then we phone. */
    private boolean canBeAsked(LineId line) {
        var facts = citizens.facts(List.of(line)).get(line);
        return facts != null && facts.kind() == LineKind.MOBILE && !facts.optedOut();
    }

    private static UUID batch(WorkOrder order) {
        return UUID.nameUUIDFromBytes((order.id() + " " + order.round()).getBytes(StandardCharsets.UTF_8));
    }
}
