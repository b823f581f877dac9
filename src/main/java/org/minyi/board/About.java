package org.minyi.board;

import java.util.UUID;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;
import org.minyi.complaint.Complaint;
import org.minyi.contact.ContactId;

/**
 * What a dossier tells about: a person's matter, or a person who is only being asked and has none yet.
 *
 * @param id of the complaint; of the contact where there is no complaint
 * @param line null when none is known
 * @param contact the dealing it is about; null when it is not known
 * @param complaint null while nobody has complained
 */
record About(UUID id, PersonId person, LineId line, ContactId contact, Complaint complaint) {

    static About complaint(Complaint matter) {
        return new About(matter.id().value(), matter.person(), matter.line(), matter.contact(), matter);
    }
}
