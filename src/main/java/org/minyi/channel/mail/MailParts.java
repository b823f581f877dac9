package org.minyi.channel.mail;

import java.util.List;
import java.util.UUID;

/** A room that sends files by mail. Asked outside any transaction each time a mail leaves; nothing is stored with the mail. */
public interface MailParts {

    /** The files of this mail, the same each time; none for a mail of somebody else. */
    List<MailPart> of(UUID mail);
}
