package org.minyi.board;

import java.util.UUID;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;
import org.minyi.complaint.Complaint;
import org.minyi.contact.ContactId;

/**
 * What a dossier tells about: a person's matter, a person who is only being asked and has none yet, or what somebody
 * asks the custodian.
 *
 * @param id of the complaint; where there is none, of the contact or of the request
 * @param line null when none is known
 * @param contact the dealing it is about; null when it is not known
 * @param complaint null while nobody has complained
 * @param asked the number of the matter of which somebody wants to know whom it is from; null but for such a request
 */
record About(UUID id, PersonId person, LineId line, ContactId contact, Complaint complaint, String asked) {

    static About complaint(Complaint matter) {
        return new About(matter.id().value(), matter.person(), matter.line(), matter.contact(), matter, null);
    }

    /** Whether whoever reads it decides if it is told whom a matter is from, and is told it no more than others. */
    boolean isRequest() {
        return asked != null;
    }
}
