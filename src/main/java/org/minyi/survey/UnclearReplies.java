package org.minyi.survey;

import java.util.Comparator;
import java.util.Optional;
import org.minyi.question.Question;
import org.minyi.question.Questions;
import org.minyi.question.Subject;
import org.minyi.question.UnclearReplyReceived;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A reply about a contact that no machine can read is answered by a call. When it is unclear which of several questions
 * was meant, the call is about the newest without an answer, else about the newest. An unclear reply about a work order
 * needs nothing here: its process phones whoever has not answered.
 */
@Component
class UnclearReplies {

    private final Questions questions;
    private final PhoneQuestions phone;

    UnclearReplies(Questions questions, PhoneQuestions phone) {
        this.questions = questions;
        this.phone = phone;
    }

    @EventListener
    void on(UnclearReplyReceived reply) {
        Optional.ofNullable(reply.question())
                .or(() -> questions.onLine(reply.line()).stream()
                        .filter(question -> question.askedAt() != null)
                        .max(Comparator.comparing((Question question) -> question.answer() == null)
                                .thenComparing(Question::askedAt)))
                .filter(question -> question.subject() == Subject.CONTACT)
                .ifPresent(question -> phone.open(question, ContactToPhone.Reason.UNCLEAR_REPLY));
    }
}
