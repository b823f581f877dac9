package org.minyi.exchange;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.minyi.citizen.Involvement;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsBook;
import org.minyi.citizen.WordsId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What came, sealed and as it came; nothing is done with it here. */
@Service
class Inbox implements Involvement {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final InboxTables tables;
    private final LinkTables links;
    private final WordsBook book;
    private final Clock clock;

    Inbox(InboxTables tables, LinkTables links, WordsBook book, Clock clock) {
        this.tables = tables;
        this.links = links;
        this.book = book;
        this.clock = clock;
    }

    /** Stores a message once. The same again is known; another one under its id is not believed. */
    @Transactional
    public Intake.Taken store(Peer peer, Envelope envelope, String text) {
        var known = tables.find(peer.name(), envelope.id());
        if (known.isPresent()) {
            return known(peer, known.get(), text);
        }
        links.open(peer.name(), envelope.reference());
        var body = book.keep(null, text);
        if (tables.insert(UuidCreator.getTimeOrderedEpoch(), peer.name(), envelope, body, clock.instant())) {
            return Intake.Taken.STORED;
        }
        book.drop(List.of(body));
        // Either the same was stored in this very moment, or another has its number.
        return tables.find(peer.name(), envelope.id())
                .map(kept -> known(peer, kept, text))
                .orElseGet(() -> contradiction(peer, "another message has its number in its matter"));
    }

    private Intake.Taken known(Peer peer, InboxTables.Kept kept, String text) {
        var same = kept.body() == null
                || text.equals(book.read(List.of(kept.body())).getOrDefault(kept.body(), text));
        return same ? Intake.Taken.KNOWN : contradiction(peer, "another message came under its id");
    }

    private static Intake.Taken contradiction(Peer peer, String why) {
        LOG.warn("exchange {}: a message was refused, {}", peer.name(), why);
        return Intake.Taken.CONTRADICTION;
    }

    /** Whoever has an open matter is told by the room of complaints. */
    @Override
    public Set<PersonId> stillNeeded(Collection<PersonId> persons, Instant since) {
        return Set.of();
    }

    @Override
    public Collection<WordsId> letGoOfStrangers(Instant before, int atMost) {
        return tables.letGoOfStrangers(before, atMost);
    }
}
