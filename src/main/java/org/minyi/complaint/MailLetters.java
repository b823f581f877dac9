package org.minyi.complaint;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.minyi.channel.mail.CitizenMail;
import org.minyi.channel.mail.MailBounced;
import org.minyi.channel.mail.MailOutbox;
import org.minyi.channel.mail.MailRefused;
import org.minyi.citizen.Mailboxes;
import org.minyi.citizen.WordsBook;
import org.minyi.organisation.CentreSettings;
import org.minyi.organisation.CentreText;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the centre writes by mail to whoever wrote to it by mail. The address is what their letter said of itself, so
 * nothing goes there but what is about that letter, and how it ended.
 */
@Component
class MailLetters {

    private static final String RECEIVED = "mail.received";

    private final ComplaintTables tables;
    private final Mailboxes mailboxes;
    private final WordsBook words;
    private final MailOutbox outbox;
    private final CentreSettings centre;
    private final CentreText texts;
    private final Clock clock;

    MailLetters(
            ComplaintTables tables,
            Mailboxes mailboxes,
            WordsBook words,
            MailOutbox outbox,
            CentreSettings centre,
            Clock clock) {
        this.tables = tables;
        this.mailboxes = mailboxes;
        this.words = words;
        this.outbox = outbox;
        this.centre = centre;
        this.texts = new CentreText("complaint", centre);
        this.clock = clock;
    }

    boolean canBeRead(Complaint matter) {
        return matter.channel() == Channel.MAIL && mailboxes.of(matter.person()).isPresent();
    }

    /** Says that the letter has come, where its address was not told so already today. */
    void acknowledge(Complaint matter) {
        if (mailboxes
                .of(matter.person())
                .filter(mailboxes::countAcknowledgement)
                .isPresent()) {
            var unused = send(matter, RECEIVED, "");
        }
    }

    /**
     * Writes once per matter and text.
     *
     * @return whether there was a mailbox to write to
     */
    boolean send(Complaint matter, String text, String spoken) {
        var id = UUID.nameUUIDFromBytes(("mail " + matter.id() + " " + text).getBytes(StandardCharsets.UTF_8));
        return send(matter, id, text, spoken);
    }

    /** The same, once per id. */
    boolean send(Complaint matter, UUID id, String text, String spoken) {
        if (!canBeRead(matter)) {
            return false;
        }
        if (tables.insertMail(id, matter.id(), text)) {
            outbox.put(new CitizenMail(
                    id,
                    mailboxes.of(matter.person()).orElseThrow(),
                    texts.of("mail.subject", matter.number(), centre.name()),
                    words.keep(matter.person(), texts.about(text, matter.number(), spoken))));
        }
        return true;
    }

    /** It never arrived: whoever reads the matter sees that the person does not know. */
    @EventListener
    void on(MailRefused refused) {
        note(refused.mail());
    }

    @EventListener
    void on(MailBounced bounced) {
        note(bounced.mail());
    }

    private void note(UUID mail) {
        tables.ofMail(mail)
                .ifPresent(matter -> tables.insertStep(
                        matter, new ComplaintStep("mail", clock.instant(), "minyi", "CAME_BACK", null)));
    }
}
