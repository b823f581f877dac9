package org.minyi.survey;

import org.minyi.contact.Contact;
import org.minyi.question.QuestionId;

/**
 * Somebody whom no SMS could ask for certain is to be asked by a person.
 *
 * @param title the business, as people call it
 */
public record ContactToPhone(Contact contact, QuestionId question, String title, Reason reason) {

    /** Why a person asks. */
    public enum Reason {
        /** Drawn from those who stayed silent: are the silent like the others? */
        SILENT_SAMPLE,
        /** Nobody knows whether the SMS arrived, and no machine sends it again. */
        FATE_UNKNOWN,
        /** Answered, but not so that a machine could read it. */
        UNCLEAR_REPLY
    }
}
