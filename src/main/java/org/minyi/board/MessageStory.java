package org.minyi.board;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minyi.channel.sms.SmsRecord;
import org.minyi.channel.sms.SmsState;
import org.minyi.channel.sms.SmsThread;
import org.minyi.complaint.Complaint;
import org.minyi.question.Question;
import org.minyi.question.Questions;
import org.minyi.question.ReplyRecord;
import org.springframework.stereotype.Component;

/** What was written to the person by SMS, and what they wrote back. */
@Component
class MessageStory implements Story {

    private final Questions questions;
    private final SmsThread thread;

    MessageStory(Questions questions, SmsThread thread) {
        this.questions = questions;
        this.thread = thread;
    }

    @Override
    public List<Told> tell(Complaint matter, boolean whole) {
        if (matter.line() == null) {
            return List.of();
        }
        var asked = questions.of(matter.person()).stream()
                .filter(question -> whole || isAbout(question, matter))
                .toList();
        var told = new ArrayList<Told>();
        written(matter, asked).forEach(message -> told.add(told(message, asked)));
        var ids = asked.stream().map(Question::id).collect(Collectors.toSet());
        questions.repliesOn(matter.line()).stream()
                // A line may be shared: a reply nobody can place belongs to the line, so only the centre reads it.
                .filter(reply -> reply.question() == null ? whole : ids.contains(reply.question()))
                .forEach(reply -> told.add(told(reply)));
        return told;
    }

    private Stream<SmsRecord> written(Complaint matter, List<Question> asked) {
        Set<UUID> ours = new HashSet<>();
        asked.forEach(question -> {
            ours.add(question.id().value());
            ours.add(question.reminder());
        });
        return thread.ofLine(matter.line()).stream()
                .filter(message -> message.state() != SmsState.WITHDRAWN)
                .filter(message -> ours.contains(message.id())
                        || message.batch().equals(matter.id().value()));
    }

    private static boolean isAbout(Question question, Complaint matter) {
        return switch (question.subject()) {
            case CONTACT -> matter.contact() != null && matter.contact().value().equals(question.subjectId());
            case WORK_ORDER -> true;
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
