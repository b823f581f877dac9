package org.minyi.citizen;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The keys in memory, unwrapped. A key that somebody else made meanwhile is read when it is first needed. */
@Component
class Keyring {

    private static final int KEY_BYTES = 32;

    private final KeyTables tables;
    private final MasterKey master;
    private volatile Unwrapped keys;

    Keyring(KeyTables tables, MasterKey master) {
        this.tables = tables;
        this.master = master;
        this.keys = load();
    }

    private record Unwrapped(Map<Integer, DataKey> sealing, LookupKey lookup) {}

    /** The first keys of a database that has none. */
    static Keyring begin(KeyTables tables, MasterKey master, Instant now) {
        if (tables.all().isEmpty()) {
            make(tables, master, 1, KeyPurpose.LOOKUP, now);
            make(tables, master, 2, KeyPurpose.SEAL, now);
        }
        return new Keyring(tables, master);
    }

    static void make(KeyTables tables, MasterKey master, int id, KeyPurpose purpose, Instant now) {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        tables.insert(id, purpose, master.wrap(id, purpose, bytes), now);
    }

    /** The key to seal with in the running transaction. One question to the database: ask once for a set. */
    DataKey sealing() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("nothing is sealed outside a transaction: its key might be taken away");
        }
        return key(tables.sealingKey());
    }

    /** The key to seal with where nobody else is at work: while the tables are being made. */
    DataKey sealingAlone() {
        return key(tables.sealingKey());
    }

    /** The text in a sealed value; null stays null. */
    String open(Place place, UUID row, byte[] sealed) {
        return sealed == null ? null : new String(openBytes(place, row, sealed), StandardCharsets.UTF_8);
    }

    /** What is in a sealed value that is there. */
    byte[] openBytes(Place place, UUID row, byte[] sealed) {
        return key(DataKey.idOf(sealed))
                .open(place, row, sealed)
                .orElseThrow(() -> new IllegalStateException(
                        "what stands in " + place + " of " + row + " was not sealed for this row"));
    }

    /** Reads the keys anew: whoever just made one seals with it at once. */
    DataKey reloaded() {
        keys = load();
        return key(tables.sealingKey());
    }

    LookupKey lookup() {
        return keys.lookup();
    }

    private DataKey key(int id) {
        var known = keys.sealing().get(id);
        if (known == null) {
            keys = load();
            known = keys.sealing().get(id);
        }
        if (known == null) {
            throw new IllegalStateException("there is no key " + id);
        }
        return known;
    }

    private Unwrapped load() {
        var sealing = new HashMap<Integer, DataKey>();
        LookupKey lookup = null;
        for (var kept : tables.all()) {
            var bytes = master.unwrap(kept.id(), kept.purpose(), kept.wrapped());
            if (kept.purpose() == KeyPurpose.SEAL) {
                sealing.put(kept.id(), new DataKey(kept.id(), bytes));
            } else {
                lookup = new LookupKey(bytes);
            }
        }
        return new Unwrapped(Map.copyOf(sealing), lookup);
    }
}
