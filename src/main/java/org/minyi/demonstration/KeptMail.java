package org.minyi.demonstration;

import java.time.Instant;
import java.util.List;

/**
 * A mail in a unit's mailbox.
 *
 * @param files their names, in their order
 */
record KeptMail(
        long id,
        String messageId,
        String from,
        String mailbox,
        String subject,
        String text,
        Instant at,
        List<String> files) {

    /** Without subject and text. */
    @Override
    public String toString() {
        return "KeptMail[id=" + id + "]";
    }
}
