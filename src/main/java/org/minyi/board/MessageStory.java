package org.minyi.board;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minyi.channel.sms.SmsRecord;
import org.minyi.channel.sms.SmsState;
import org.minyi.channel.sms.SmsThread;
import org.minyi.question.Question;
import org.minyi.question.Questions;
import org.minyi.question.ReplyRecord;
import org.minyi.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** What was written to the person by SMS, and what they wrote back. */
@Component
class MessageStory implements Story {

    private final Questions questions;
    private final SmsThread thread;
    private final WorkOrders orders;

    MessageStory(Questions questions, SmsThread thread, WorkOrders orders) {
        this.questions = questions;
        this.thread = thread;
        this.orders = orders;
    }

    @Override
    public List<Told> tell(About about, Extent extent) {
        if (about.line() == null) {
            return List.of();
        }
        var order = orders.ofComplaint(about.id()).map(one -> one.id().value());
        var asked = questions.of(about.person()).stream()
                .filter(question ->
                        extent.whole() ? extent.tells(question.subjectId()) : isAbout(question, about, order))
                .toList();
        var told = new ArrayList<Told>();
        written(about, order, asked).forEach(message -> told.add(told(message, asked)));
        var ids = asked.stream().map(Question::id).collect(Collectors.toSet());
        questions.repliesOn(about.line()).stream()
                // A line may be shared: a reply nobody can place belongs to the line, so only the centre reads it.
                .filter(reply -> reply.question() == null ? extent.whole() : ids.contains(reply.question()))
                .forEach(reply -> told.add(told(reply)));
        return told;
    }

    private Stream<SmsRecord> written(About about, Optional<UUID> order, List<Question> asked) {
        Set<UUID> ours = new HashSet<>();
        asked.forEach(question -> {
            ours.add(question.id().value());
            ours.add(question.reminder());
        });
        return thread.ofLine(about.line()).stream()
                .filter(message -> message.state() != SmsState.WITHDRAWN)
                // What was written outside any question goes out under the matter's or its order's id.
                .filter(message -> ours.contains(message.id())
                        || message.batch().equals(about.id())
                        || order.filter(message.batch()::equals).isPresent());
    }

    private static boolean isAbout(Question question, About about, Optional<UUID> order) {
        return switch (question.subject()) {
            case CONTACT -> about.contact() != null && about.contact().value().equals(question.subjectId());
            case WORK_ORDER -> order.filter(question.subjectId()::equals).isPresent();
        };
    }

    private static Told told(SmsRecord message, List<Question> asked) {
        var reminds = asked.stream().anyMatch(question -> message.id().equals(question.reminder()));
        var key = (reminds ? "reminder." : "sms.") + message.state().name();
        return Told.of(Objects.requireNonNullElse(message.sentAt(), message.putAt()), Told.Kind.SMS_OUT, key)
                .text(message.text());
    }

    private static Told told(ReplyRecord reply) {
        var key = "reply." + reply.state().name();
        var digit = reply.digit() == null ? "–" : reply.digit().toString();
        return Told.of(reply.receivedAt(), Told.Kind.SMS_IN, key, digit).words(reply.words());
    }
}
