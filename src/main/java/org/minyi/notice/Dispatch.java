package org.minyi.notice;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.minyi.channel.mail.MailDraft;
import org.minyi.channel.mail.MailOutbox;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.springframework.stereotype.Component;

/**
 * Sends a document on its way: one mail for each unit, so that what comes back says whose it was. A unit without a mailbox
 * gets none, and that is written down like any other mail that did not arrive.
 */
@Component
class Dispatch {

    private static final String NO_MAILBOX = "NO_MAILBOX";

    private final DeliveryTables tables;
    private final MailOutbox outbox;
    private final Units units;
    private final ChineseNames names;
    private final Clock clock;

    Dispatch(DeliveryTables tables, MailOutbox outbox, Units units, ChineseNames names, Clock clock) {
        this.tables = tables;
        this.outbox = outbox;
        this.units = units;
        this.names = names;
        this.clock = clock;
    }

    void send(Notice notice, NewNotice wanted) {
        var drafts = new ArrayList<MailDraft>();
        send(notice, wanted, notice.unit(), Delivery.Part.ADDRESSEE, drafts);
        wanted.copies().forEach(copy -> send(notice, wanted, copy, Delivery.Part.COPY, drafts));
        outbox.put(drafts);
    }

    private void send(Notice notice, NewNotice wanted, UnitCode unit, Delivery.Part part, List<MailDraft> drafts) {
        units.mail(unit)
                .ifPresentOrElse(
                        mailbox -> {
                            var mail = UuidCreator.getTimeOrderedEpoch();
                            tables.insert(notice.id(), unit, part, mail);
                            drafts.add(draft(mail, mailbox, notice, wanted, unit, part));
                        },
                        () -> tables.insertUndeliverable(notice.id(), unit, part, NO_MAILBOX, clock.instant()));
    }

    /** Nothing of what stands in the document: that is in the file alone. */
    private MailDraft draft(
            UUID mail, String mailbox, Notice notice, NewNotice wanted, UnitCode unit, Delivery.Part part) {
        var kind = Texts.of("kind." + notice.kind());
        var number = wanted.matter().number();
        return new MailDraft(
                mail,
                List.of(mailbox),
                List.of(),
                Texts.of("mail.subject", names.centre(), kind, notice.code()),
                Texts.of(
                        "mail." + part,
                        names.unit(unit),
                        kind,
                        notice.code(),
                        number == null ? "" : Texts.of("mail.matter", number),
                        names.centre()));
    }
}
