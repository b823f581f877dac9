package org.minyi.survey;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.minyi.channel.sms.SmsState;
import org.minyi.channel.sms.SmsThread;
import org.minyi.citizen.WordsId;
import org.minyi.contact.Businesses;
import org.minyi.contact.ContactId;
import org.minyi.contact.Contacts;
import org.minyi.question.Answer;
import org.minyi.question.Askings;
import org.minyi.question.Question;
import org.minyi.question.QuestionId;
import org.minyi.question.Questions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What no SMS could settle and a person asks: the message's fate is unknown, the reply cannot be read, or the contact
 * was drawn from the silent. A contact is phoned about once, with the first reason there was.
 */
@Service
public class PhoneQuestions {

    private final WaveTables tables;
    private final Askings askings;
    private final Questions questions;
    private final SmsThread thread;
    private final Contacts contacts;
    private final Businesses businesses;
    private final UnhappyAnswers unhappy;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PhoneQuestions(
            WaveTables tables,
            Askings askings,
            Questions questions,
            SmsThread thread,
            Contacts contacts,
            Businesses businesses,
            UnhappyAnswers unhappy,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tables = tables;
        this.askings = askings;
        this.questions = questions;
        this.thread = thread;
        this.contacts = contacts;
        this.businesses = businesses;
        this.unhappy = unhappy;
        this.events = events;
        this.clock = clock;
    }

    /** Opens a call about the question's contact, unless there was one. */
    @Transactional
    public void open(Question question, ContactToPhone.Reason reason) {
        var contact = contacts.find(new ContactId(question.subjectId()));
        if (contact.isPresent()
                && tables.openPhoneQuestion(
                        contact.get().id(), new WaveId(question.batch()), reason, clock.instant())) {
            events.publishEvent(new ContactToPhone(
                    contact.get(),
                    question.id(),
                    businesses.nameOf(contact.get().business()),
                    reason));
        }
    }

    /**
     * Writes down what the person said on the phone, once; the matter of a dissatisfied person is raised. An answer
     * that came by SMS meanwhile stays what it is.
     */
    @Transactional
    public void answer(QuestionId id, Answer answer, WordsId words) {
        questions.answerByPhone(id, answer, words);
        if (!answer.isGood()) {
            var question = questions.find(id).orElseThrow();
            var contact = contacts.find(new ContactId(question.subjectId())).orElseThrow();
            unhappy.raiseAfterCall(contact, id, words);
        }
    }

    /** After closing: all whose message has an unknown fate, and the drawn of the silent. Nobody who opted out. */
    void afterClosing(UUID batch, Map<List<String>, SurveyPlan> plans) {
        var unknown = askings.welcomed(askings.inState(batch, Question.State.UNKNOWN));
        var states = thread.states(unknown.stream().map(one -> one.id().value()).toList());
        unknown.stream()
                // Accepted and never reported is the operator's silence, not ours: counted apart, not phoned about.
                .filter(one -> states.get(one.id().value()) == SmsState.UNKNOWN)
                .forEach(one -> open(one, ContactToPhone.Reason.FATE_UNKNOWN));
        var highest =
                plans.values().stream().mapToInt(SurveyPlan::silentSample).max().orElse(0);
        if (highest > 0) {
            var drawn = askings.inState(batch, Question.State.SILENT).stream()
                    .filter(one -> lot(one.subjectId()) < highest)
                    .toList();
            askings.welcomed(drawn).stream()
                    .filter(one -> lot(one.subjectId()) < sample(one, plans))
                    .forEach(one -> open(one, ContactToPhone.Reason.SILENT_SAMPLE));
        }
    }

    private int sample(Question question, Map<List<String>, SurveyPlan> plans) {
        return contacts.find(new ContactId(question.subjectId()))
                .flatMap(contact -> Optional.ofNullable(plans.get(List.of(contact.module(), contact.business()))))
                .map(SurveyPlan::silentSample)
                .orElse(0);
    }

    /** 0 to 99, the same for a contact whenever it is drawn: nobody can draw again until they like the result. */
    private static int lot(UUID contact) {
        return Math.floorMod(contact.getLeastSignificantBits() >>> 7, 100);
    }

    /** How many of a batch's contacts a person was asked to phone. */
    int count(UUID batch) {
        return tables.phoned(new WaveId(batch));
    }
}
