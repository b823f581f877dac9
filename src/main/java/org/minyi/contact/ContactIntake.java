package org.minyi.contact;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.minyi.citizen.Citizens;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes deliveries of contacts over: a whole file in one transaction, so that a file that turns out to be cut off leaves
 * nothing behind. Bad lines are told and do not stop the good ones; what is known already changes nothing.
 */
@Service
public class ContactIntake {

    private static final int CHUNK = 5_000;
    private static final int ATTEMPTS = 3;

    private final ContactTables tables;
    private final Citizens citizens;
    private final Clock clock;
    private final TransactionTemplate transaction;
    /** Who waits for another delivery waits here, in turn, and holds no database connection meanwhile. */
    private final Semaphore turn = new Semaphore(1, true);

    ContactIntake(ContactTables tables, Citizens citizens, Clock clock, PlatformTransactionManager transactionManager) {
        this.tables = tables;
        this.citizens = citizens;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Takes a delivery of our own over, of whatever sources.
     *
     * @throws RefusedDelivery when it is no complete file of contacts; then nothing of it stays
     */
    public ImportAnswer take(Delivery delivery) {
        return take(delivery, source -> true);
    }

    /**
     * Takes a delivery over; lines of a source that whoever delivers does not speak for are rejected.
     *
     * @throws RefusedDelivery when it is no complete file of contacts; then nothing of it stays
     */
    public ImportAnswer take(Delivery delivery, Predicate<String> speaksFor) {
        turn.acquireUninterruptibly();
        try {
            return taken(delivery, speaksFor);
        } finally {
            turn.release();
        }
    }

    private ImportAnswer taken(Delivery delivery, Predicate<String> speaksFor) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> write(delivery, speaksFor));
            } catch (ConcurrencyFailureException crossed) {
                // Somebody else enrolled the same people in another order; the file is still here, so once more.
                if (attempt == ATTEMPTS) {
                    throw crossed;
                }
            }
        }
    }

    private ImportAnswer write(Delivery delivery, Predicate<String> speaksFor) {
        var tally = new Tally();
        var check = new ContactCheck(tables.modules(), tables.businesses(), speaksFor, clock);
        var unknownColumns = new ArrayList<String>();
        try (var chunks = new ReadAhead(receiver -> read(delivery, check, unknownColumns, receiver))) {
            boolean alone = false;
            while (chunks.hasNext()) {
                if (!alone) {
                    // One file at a time across all nodes: two with the same lines would wait for each other crosswise.
                    tables.writeAlone();
                    alone = true;
                }
                var chunk = chunks.next();
                write(chunk.contacts(), tally);
                tally.rejected(chunk.rejected(), chunk.rejects());
                delivery.progress().at(tally.received(), chunk.bytes(), size(delivery));
            }
        }
        return tally.answer(unknownColumns);
    }

    private void write(List<NewContact> told, Tally tally) {
        var fresh = new LinkedHashMap<NewContact.Key, NewContact>();
        told.forEach(contact -> fresh.putIfAbsent(contact.key(), contact));
        tables.known(fresh.keySet()).forEach(fresh::remove);
        var contacts = new ArrayList<>(fresh.values());
        if (!contacts.isEmpty()) {
            var people = citizens.enrol(contacts.stream().map(NewContact::who).toList());
            tables.insert(contacts, people, clock.instant());
        }
        tally.wrote(contacts.size(), told.size() - contacts.size());
    }

    /** Runs on the reader's thread. */
    private static void read(
            Delivery delivery, ContactCheck check, List<String> unknownColumns, Consumer<Chunk> receiver)
            throws IOException {
        // The text is not closed here: the delivery belongs to whoever opened it, and a second attempt reads it again.
        var reader = reader(delivery, delivery.text(TextCheck.charsetOf(delivery)));
        var chunk = new Chunk[] {new Chunk()};
        reader.each(raw -> {
            check.check(raw).ifPresentOrElse(chunk[0]::add, () -> reject(raw, chunk[0]));
            if (chunk[0].lines() == CHUNK) {
                chunk[0].readUpTo(position(delivery));
                receiver.accept(chunk[0]);
                chunk[0] = new Chunk();
            }
        });
        unknownColumns.addAll(reader.unknownColumns());
        chunk[0].readUpTo(size(delivery));
        receiver.accept(chunk[0]);
    }

    private static void reject(RawContact raw, Chunk chunk) {
        if (raw.isUnfinished()) {
            throw RefusedDelivery.unreadable(
                    "The file breaks off in line %d: it has no line break at its end and its %s cannot be right; nothing was taken over."
                            .formatted(raw.line(), raw.faults().get(0).field()));
        }
        chunk.reject(raw);
    }

    private static ContactReader reader(Delivery delivery, Reader text) throws IOException {
        return switch (delivery.format()) {
            case CSV -> new CsvContacts(text, delivery.endsWithLineBreak());
            case JSON -> new JsonContacts(text, 1);
            case JSON_LINES -> new JsonLineContacts(text, delivery.endsWithLineBreak());
        };
    }

    private static long position(Delivery delivery) {
        try {
            return delivery.position();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static long size(Delivery delivery) {
        try {
            return delivery.size();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
