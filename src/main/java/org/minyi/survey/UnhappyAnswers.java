package org.minyi.survey;

import java.util.Optional;
import org.minyi.citizen.WordsId;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.Kind;
import org.minyi.complaint.RaisedMatter;
import org.minyi.contact.Contact;
import org.minyi.contact.ContactId;
import org.minyi.contact.Contacts;
import org.minyi.question.AnswerGiven;
import org.minyi.question.LateAnswerGiven;
import org.minyi.question.QuestionId;
import org.minyi.question.Subject;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who is not satisfied with how a contact went gets a matter, exactly one, in the transaction of the answer. A late
 * answer changes no figure, but the person is heard all the same.
 */
@Component
class UnhappyAnswers {

    private final Contacts contacts;
    private final Complaints complaints;

    UnhappyAnswers(Contacts contacts, Complaints complaints) {
        this.contacts = contacts;
        this.complaints = complaints;
    }

    @EventListener
    void on(AnswerGiven given) {
        if (given.subject() == Subject.CONTACT && !given.answer().isGood()) {
            contact(given)
                    .map(contact ->
                            RaisedMatter.afterSurvey(contact, given.question().toString(), given.words()))
                    .ifPresent(complaints::raise);
        }
    }

    @EventListener
    void on(LateAnswerGiven late) {
        on(late.answer());
    }

    /** Said on the phone: the person has been spoken to, so no return call follows. */
    void raiseAfterCall(Contact contact, QuestionId question, WordsId words) {
        if (complaints.find(Channel.SMS, question.toString()).isPresent()) {
            return;
        }
        complaints.raise(new RaisedMatter(
                Channel.HOTLINE,
                question.toString(),
                Kind.COMPLAINT,
                contact.id(),
                contact.person(),
                contact.line(),
                words,
                contact.business(),
                contact.unitCode(),
                contact.officer(),
                "survey"));
    }

    private Optional<Contact> contact(AnswerGiven given) {
        return contacts.find(new ContactId(given.subjectId()));
    }
}
