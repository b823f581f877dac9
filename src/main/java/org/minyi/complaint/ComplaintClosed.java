package org.minyi.complaint;

import org.minyi.contact.ContactId;

/**
 * A matter has come to its end.
 *
 * @param contact the dealing it was about; null when it is not known
 */
public record ComplaintClosed(ComplaintId complaint, ContactId contact, String outcome) {}
