package org.minyi.counter;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.minyi.citizen.Citizens;
import org.minyi.contact.Business;
import org.minyi.contact.Businesses;
import org.minyi.contact.Contact;
import org.minyi.contact.ContactId;
import org.minyi.contact.Contacts;
import org.minyi.question.Answer;
import org.minyi.question.AnswerPages;
import org.minyi.question.Question;
import org.minyi.question.Replies;
import org.minyi.question.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answering a question on its page. What is answered goes into the same inbox as an SMS and is judged by the same rules;
 * a token is good for one answer and until the question closes (SAFETY section 2, row 4).
 */
@Service
public class Answering {

    private final AnswerPages pages;
    private final Replies replies;
    private final Contacts contacts;
    private final Businesses businesses;
    private final Citizens citizens;
    private final Clock clock;

    Answering(
            AnswerPages pages,
            Replies replies,
            Contacts contacts,
            Businesses businesses,
            Citizens citizens,
            Clock clock) {
        this.pages = pages;
        this.replies = replies;
        this.contacts = contacts;
        this.businesses = businesses;
        this.citizens = citizens;
        this.clock = clock;
    }

    /** Whether there is something to answer. */
    public enum Standing {
        OPEN,
        ANSWERED,
        CLOSED
    }

    /**
     * What the page asks about: as much as the SMS said.
     *
     * @param again whether a matter of the person's is asked about after it was put right
     * @param business what it was; null where it is not known
     * @param at when it was; null where it is not known
     */
    public record Asked(Standing standing, boolean again, Business business, Instant at) {}

    /** The question behind a token; nothing for one that was made up. */
    public Optional<Asked> behind(String token) {
        return pages.behind(token).map(this::asked);
    }

    /** Keeps the answer. False when there was one before. */
    @Transactional
    public boolean answer(String token, Answer answer, String words) {
        var question = pages.behind(token).orElseThrow();
        return standing(question) == Standing.OPEN && replies.storeFromPage(question, answer, words);
    }

    /** Nobody asks on the line of this question again. */
    @Transactional
    public void optOut(String token) {
        citizens.optOut(pages.behind(token).orElseThrow().line());
    }

    private Asked asked(Question question) {
        var contact = question.subject() == Subject.CONTACT
                ? contacts.find(new ContactId(question.subjectId()))
                : Optional.<Contact>empty();
        return new Asked(
                standing(question),
                question.subject() == Subject.WORK_ORDER,
                contact.map(Contact::business).map(businesses::get).orElse(null),
                contact.map(Contact::servedAt).orElse(null));
    }

    private Standing standing(Question question) {
        if (question.answer() != null || replies.cameFromPage(question)) {
            return Standing.ANSWERED;
        }
        var isOver = question.closesAt() != null && clock.instant().isAfter(question.closesAt());
        return isOver || question.askedAt() == null || question.state() == Question.State.WITHDRAWN
                ? Standing.CLOSED
                : Standing.OPEN;
    }
}
