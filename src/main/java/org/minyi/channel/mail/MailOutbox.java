package org.minyi.channel.mail;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where mail to units and citizens is put, in the same transaction as the step that wants it sent. */
@Service
public class MailOutbox {

    private final MailTables tables;
    private final Clock clock;

    MailOutbox(MailTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** Puts mails in, to leave in this order. A mail of an id that is already there is not sent again. */
    @Transactional
    public void put(List<MailDraft> drafts) {
        var now = clock.instant();
        drafts.forEach(draft -> tables.insert(draft, now));
    }

    /** Puts a mail to a citizen in. One of an id that is already there is not sent again. */
    @Transactional
    public void put(CitizenMail mail) {
        tables.insert(mail, clock.instant());
    }
}
