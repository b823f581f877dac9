package org.minyi.citizen;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Timed anonymising: of people with whom nothing is open and the last thing ended long ago, name, number, address,
 * words and what they handed in are forgotten, and so is what strangers wrote long ago. Ids, kinds, ratings and counts stay, so every statistic stays as it was. In small sets, each its own
 * transaction.
 */
@Service
public class Forgetting {

    private static final int CHUNK = 500;
    private static final int LOOKS_KEPT_DAYS = 30;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final ForgettingTables tables;
    private final KeyTables keys;
    private final ObjectProvider<Involvement> rooms;
    private final Evidence evidence;
    private final CitizenSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Forgetting(
            ForgettingTables tables,
            KeyTables keys,
            ObjectProvider<Involvement> rooms,
            Evidence evidence,
            CitizenSettings settings,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        this.tables = tables;
        this.keys = keys;
        this.rooms = rooms;
        this.evidence = evidence;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    /**
     * What was forgotten.
     *
     * @param complete false when somebody was enrolling people meanwhile; the rest waits for the next time
     */
    public record Forgotten(int persons, int lines, int words, boolean complete) {

        Forgotten plus(Forgotten more) {
            return new Forgotten(
                    persons + more.persons, lines + more.lines, words + more.words, complete && more.complete);
        }
    }

    private static final Forgotten NOTHING = new Forgotten(0, 0, 0, true);

    /** Forgets everybody whose time has come. */
    public Forgotten run() {
        var since =
                clock.instant().atZone(clock.getZone()).minus(settings.keep()).toInstant();
        var sum = NOTHING;
        var after = new UUID[] {BEFORE_ALL};
        while (after[0] != null && sum.complete()) {
            sum = sum.plus(transaction.execute(status -> somePersons(after, since)));
        }
        Forgotten lines;
        do {
            lines = sum.complete() ? transaction.execute(status -> someLines(since)) : NOTHING;
            sum = sum.plus(lines);
        } while (lines.lines() > 0);
        Forgotten strangers;
        do {
            strangers = transaction.execute(status -> someStrangers(since));
            sum = sum.plus(strangers);
        } while (strangers.words() > 0);
        transaction.executeWithoutResult(status -> tables.forgetLooksBefore(
                clock.instant().atZone(clock.getZone()).toLocalDate().minusDays(LOOKS_KEPT_DAYS)));
        return sum;
    }

    private Forgotten somePersons(UUID[] after, Instant since) {
        // Whoever is enrolled right now may be one of them, and somebody to be asked tomorrow.
        if (!keys.tryStopSealing()) {
            return new Forgotten(0, 0, 0, false);
        }
        var persons = tables.known(after[0], beginningOf(since), CHUNK);
        after[0] =
                persons.size() < CHUNK ? null : persons.get(persons.size() - 1).value();
        var over = new ArrayList<>(persons);
        if (!over.isEmpty()) {
            over.removeAll(tables.held(persons));
        }
        rooms.forEach(room -> {
            if (!over.isEmpty()) {
                over.removeAll(room.stillNeeded(List.copyOf(over), since));
            }
        });
        if (over.isEmpty()) {
            return NOTHING;
        }
        var about = new HashSet<WordsId>();
        rooms.forEach(room -> about.addAll(room.wordsAbout(over)));
        int words = tables.forgetWords(over, about);
        int files = tables.forgetAttachments(over);
        int forgotten = tables.forgetPersons(over, clock.instant());
        evidence.keep(Fact.of(Deed.ANONYMISED, Fact.MINYI)
                .with("persons", forgotten)
                .with("words", words)
                .with("files", files == 0 ? null : files));
        return new Forgotten(forgotten, 0, words, true);
    }

    private Forgotten someLines(Instant since) {
        if (!keys.tryStopSealing()) {
            return new Forgotten(0, 0, 0, false);
        }
        var lines = tables.forgetLines(beginningOf(since), CHUNK);
        if (!lines.isEmpty()) {
            rooms.forEach(room -> room.forget(lines));
            evidence.keep(Fact.of(Deed.ANONYMISED, Fact.MINYI).with("lines", lines.size()));
        }
        return new Forgotten(0, lines.size(), 0, true);
    }

    /** Words that came from nobody known: no person takes them along when they are forgotten. */
    private Forgotten someStrangers(Instant since) {
        var said = new HashSet<WordsId>();
        rooms.forEach(room -> said.addAll(room.letGoOfStrangers(since, CHUNK)));
        if (said.isEmpty()) {
            return NOTHING;
        }
        var words = tables.forgetWords(List.of(), said);
        evidence.keep(Fact.of(Deed.ANONYMISED, Fact.MINYI).with("words", words));
        return new Forgotten(0, 0, words, true);
    }

    /** The first of all ids made at an instant: they begin with the milliseconds since 1970. */
    private static UUID beginningOf(Instant instant) {
        return new UUID(instant.toEpochMilli() << 16, 0);
    }
}
