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
import org.springframework.stereotype.Service;

/**
 * What the centre writes to the person about their matter. An opt-out keeps surveys away, not the answer to one's own
 * matter. Without a mobile line nothing is written, and a person tells them.
 */
@Service
public class Letters {

    /** Nobody replies to an answer by digit. */
    private static final String NO_REPLY = "";

    private final Citizens citizens;
    private final WordsBook words;
    private final Outbox outbox;
    private final CentreSettings centre;
    private final Clock clock;

    Letters(Citizens citizens, WordsBook words, Outbox outbox, CentreSettings centre, Clock clock) {
        this.citizens = citizens;
        this.words = words;
        this.outbox = outbox;
        this.centre = centre;
        this.clock = clock;
    }

    /**
     * Writes once per matter and text, however often it is asked for.
     *
     * @param said words that go into the text; null when there are none
     * @return whether there was a mobile line to write to
     */
    boolean send(Complaint matter, String text, WordsId said) {
        var spoken = said == null ? "" : words.read(List.of(said)).get(said);
        return sendAbout(matter, text, citizens.unnamed(matter.person()).apply(spoken));
    }

    /**
     * Writes once per matter and text.
     *
     * @param spoken goes into the text: words, or the number of another matter
     * @return whether there was a mobile line to write to
     */
    boolean sendAbout(Complaint matter, String text, String spoken) {
        return write(
                matter,
                UUID.nameUUIDFromBytes((matter.id() + " " + text).getBytes(StandardCharsets.UTF_8)),
                text,
                spoken);
    }

    private boolean write(Complaint matter, UUID id, String text, String spoken) {
        if (!canBeRead(matter)) {
            return false;
        }
        outbox.put(List.of(new SmsDraft(
                id,
                matter.id().value(),
                matter.line(),
                NO_REPLY,
                Texts.of(text, matter.number(), spoken, centre.name(), centre.hotline())
                        .strip(),
                clock.instant())));
        return true;
    }

    /** Writes what was answered to a question about the matter, once for each question. */
    public boolean answerEnquiry(Complaint matter, UUID enquiry, WordsId answer) {
        var spoken = words.read(List.of(answer)).get(answer);
        return write(
                matter,
                enquiry,
                "sms.enquiryAnswered",
                citizens.unnamed(matter.person()).apply(spoken));
    }

    /** Whether the person can be written to: on a mobile line. */
    boolean canBeRead(Complaint matter) {
        return matter.line() != null
                && citizens.facts(List.of(matter.line())).get(matter.line()).kind() == LineKind.MOBILE;
    }
}
