package org.minyi.complaint;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.minyi.channel.sms.Outbox;
import org.minyi.channel.sms.SmsDraft;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.LineKind;
import org.minyi.citizen.WordsBook;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.CentreSettings;
import org.minyi.organisation.CentreText;
import org.springframework.stereotype.Service;

/**
 * What the centre writes to the person about their matter. An opt-out keeps surveys away, not the answer to one's own
 * matter. Whoever wrote by mail is answered by mail; without either nothing is written, and a person tells them.
 */
@Service
public class Letters {

    /** Nobody replies to an answer by digit. */
    private static final String NO_REPLY = "";

    private static final String ENQUIRY_ANSWERED = "sms.enquiryAnswered";

    private final Citizens citizens;
    private final WordsBook words;
    private final Outbox outbox;
    private final CentreText texts;
    private final MailLetters mail;
    private final Clock clock;

    Letters(Citizens citizens, WordsBook words, Outbox outbox, CentreSettings centre, MailLetters mail, Clock clock) {
        this.citizens = citizens;
        this.words = words;
        this.outbox = outbox;
        this.texts = new CentreText("complaint", centre);
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * Writes once per matter and text, however often it is asked for.
     *
     * @param said words that go into the text; null when there are none
     * @return whether there was a mobile line or a mailbox to write to
     */
    boolean send(Complaint matter, String text, WordsId said) {
        var spoken = said == null ? "" : words.read(List.of(said)).get(said);
        return sendAbout(matter, text, citizens.unnamed(matter.person()).apply(spoken));
    }

    /**
     * Writes once per matter and text.
     *
     * @param spoken goes into the text: words, or the number of another matter
     * @return whether there was a mobile line or a mailbox to write to
     */
    boolean sendAbout(Complaint matter, String text, String spoken) {
        if (!isOnAMobile(matter)) {
            return mail.send(matter, text, spoken);
        }
        sms(matter, UUID.nameUUIDFromBytes((matter.id() + " " + text).getBytes(StandardCharsets.UTF_8)), text, spoken);
        return true;
    }

    private void sms(Complaint matter, UUID id, String text, String spoken) {
        outbox.put(List.of(new SmsDraft(
                id,
                matter.id().value(),
                matter.line(),
                NO_REPLY,
                texts.about(text, matter.number(), spoken),
                clock.instant())));
    }

    /**
     * Writes what was answered to a question about the matter, once for each question; without a mobile line and a mailbox
     * it is read on the citizens' pages alone.
     */
    public void answerEnquiry(Complaint matter, UUID enquiry, WordsId answer) {
        if (!canBeRead(matter)) {
            return;
        }
        var spoken = citizens.unnamed(matter.person())
                .apply(words.read(List.of(answer)).get(answer));
        if (isOnAMobile(matter)) {
            sms(matter, enquiry, ENQUIRY_ANSWERED, spoken);
        } else {
            var unused = mail.send(matter, enquiry, ENQUIRY_ANSWERED, spoken);
        }
    }

    /** Whether the person can be written to: on a mobile line, or where their letter came from. */
    boolean canBeRead(Complaint matter) {
        return isOnAMobile(matter) || mail.canBeRead(matter);
    }

    /** What the work order writes by SMS alone goes to whoever has no mobile line by mail. */
    void sendByMailAlone(Complaint matter, String text) {
        if (!isOnAMobile(matter)) {
            var unused = mail.send(matter, text, "");
        }
    }

    private boolean isOnAMobile(Complaint matter) {
        return matter.line() != null
                && citizens.facts(List.of(matter.line())).get(matter.line()).kind() == LineKind.MOBILE;
    }
}
