package org.minyi.complaint;

import java.util.List;
import org.minyi.citizen.AttachmentId;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsId;
import org.minyi.contact.Contact;
import org.minyi.contact.ContactId;

/**
 * A matter as it is raised.
 *
 * @param reference what the channel calls it; with the channel it is unique; null for what is taken by hand
 * @param contact the dealing it is about; null when it is not known
 * @param line null when no telephone is known
 * @param words what the person said; null when they said nothing
 * @param business code; null when not told
 * @param unit as told, whether it exists or not; null when not told
 * @param officer user id or badge as told; null when not told
 * @param raisedBy user id, or the channel itself
 * @param attachments what was handed in with it, in that order
 */
public record RaisedMatter(
        Channel channel,
        String reference,
        Kind kind,
        ContactId contact,
        PersonId person,
        LineId line,
        WordsId words,
        String business,
        String unit,
        String officer,
        String raisedBy,
        List<AttachmentId> attachments) {

    public RaisedMatter {
        attachments = List.copyOf(attachments);
    }

    /** Words alone. */
    public RaisedMatter(
            Channel channel,
            String reference,
            Kind kind,
            ContactId contact,
            PersonId person,
            LineId line,
            WordsId words,
            String business,
            String unit,
            String officer,
            String raisedBy) {
        this(channel, reference, kind, contact, person, line, words, business, unit, officer, raisedBy, List.of());
    }

    /**
     * A survey was answered badly.
     *
     * @param question id of the question: one answer raises one matter
     * @param words written after the digit; null when none
     */
    public static RaisedMatter afterSurvey(Contact contact, String question, WordsId words) {
        return new RaisedMatter(
                Channel.SMS,
                question,
                Kind.COMPLAINT,
                contact.id(),
                contact.person(),
                contact.line(),
                words,
                contact.business(),
                contact.unitCode(),
                contact.officer(),
                Channel.SMS.code());
    }
}
