package org.minyi.workorder;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
 * What the person is told at the end, by SMS. An opt-out keeps questions away, not the answer to one's own matter.
 */
@Service
class ClosingLetters {

    /** Nobody replies to an answer by digit. */
    private static final String NO_REPLY = "";

    private final Citizens citizens;
    private final WordsBook book;
    private final Outbox outbox;
    private final CentreText texts;
    private final Clock clock;

    ClosingLetters(Citizens citizens, WordsBook book, Outbox outbox, CentreSettings centre, Clock clock) {
        this.citizens = citizens;
        this.book = book;
        this.outbox = outbox;
        this.texts = new CentreText("workorder", centre);
        this.clock = clock;
    }

    /** Writes once per order and outcome. False when there is no mobile line to write to. */
    boolean tell(WorkOrder order, String outcome, Optional<WordsId> explanation) {
        var line = order.matter().line();
        if (line == null || citizens.facts(List.of(line)).get(line).kind() != LineKind.MOBILE) {
            return false;
        }
        var reasons = explanation
                .map(words -> book.read(List.of(words)).get(words))
                .map(citizens.unnamed(order.matter().person()))
                .orElse("");
        var text = texts.about("sms." + outcome, order.matter().number(), reasons);
        var message = UUID.nameUUIDFromBytes((order.id() + " " + outcome).getBytes(StandardCharsets.UTF_8));
        outbox.put(List.of(new SmsDraft(message, order.id().value(), line, NO_REPLY, text, clock.instant())));
        return true;
    }
}
