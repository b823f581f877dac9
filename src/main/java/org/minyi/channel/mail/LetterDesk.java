package org.minyi.channel.mail;

import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Where every letter arrives, whichever way it came: read, and given to the room that makes matters of letters. */
@Service
public class LetterDesk {

    private static final Logger LOG = LoggerFactory.getLogger(LetterDesk.class);

    private final LetterReading reading;
    private final LetterTables tables;
    private final ObjectProvider<LetterTaker> taker;
    private final Clock clock;

    LetterDesk(LetterReading reading, LetterTables tables, ObjectProvider<LetterTaker> taker, Clock clock) {
        this.reading = reading;
        this.tables = tables;
        this.taker = taker;
        this.clock = clock;
    }

    /**
     * Takes a mail as it came. When this returns, what became of it is committed.
     *
     * @return why it was set aside; nothing when it was taken as a letter
     */
    public Optional<Aside> take(byte[] raw) {
        try {
            taker.getObject().take(reading.read(raw));
            tables.countTaken();
            return Optional.empty();
        } catch (SetAside aside) {
            return Optional.of(setAside(LetterReading.what(raw), aside.why));
        }
    }

    Aside setAside(String what, Aside why) {
        tables.setAside(what, why, clock.instant());
        LOG.info("something in the letter box was set aside: {}", why);
        return why;
    }
}
