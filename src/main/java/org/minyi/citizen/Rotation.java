package org.minyi.citizen;

import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A new key, everything sealed anew under it, the old one taken away; while others work. What a kill leaves half done the
 * next rotation ends: as long as a retired key is there, no further one is made.
 */
@Component
class Rotation {

    private final KeyTables tables;
    private final ResealTables values;
    private final Keyring keys;
    private final MasterKey master;
    private final Evidence evidence;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Rotation(
            KeyTables tables,
            ResealTables values,
            Keyring keys,
            MasterKey master,
            Evidence evidence,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        this.tables = tables;
        this.values = values;
        this.keys = keys;
        this.master = master;
        this.evidence = evidence;
        this.transaction = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    /** Hears how far it is, between two transactions. */
    interface Progress {
        void at(Place place, long done, long total);
    }

    /** Seals everything under a new key; answers its id. */
    int run(Progress progress) {
        var key = transaction.execute(status -> begin());
        // Whoever still seals with the old one has ended after this.
        transaction.executeWithoutResult(status -> tables.stopSealing());
        var sealed = 0L;
        for (var place : Place.values()) {
            sealed += reseal(place, key, progress);
        }
        var resealed = sealed;
        transaction.executeWithoutResult(status -> end(key, resealed));
        return key.id();
    }

    /** Wraps every key under another master key; what they sealed stays as it is. */
    int rewrap(MasterKey next) {
        return transaction.execute(status -> {
            var all = tables.all();
            for (var kept : all) {
                var key = master.unwrap(kept.id(), kept.purpose(), kept.wrapped());
                tables.rewrap(kept.id(), next.wrap(kept.id(), kept.purpose(), key));
            }
            evidence.keep(
                    Fact.of(Deed.KEYS_ROTATED, Fact.MINYI).with("master", true).with("keys", all.size()));
            return all.size();
        });
    }

    private DataKey begin() {
        tables.stopSealing();
        var all = tables.all();
        var unfinished = all.stream().anyMatch(KeyTables.Wrapped::retired);
        if (!unfinished) {
            var next = all.get(all.size() - 1).id() + 1;
            tables.retireSealing(clock.instant());
            Keyring.make(tables, master, next, KeyPurpose.SEAL, clock.instant());
        }
        return keys.reloaded();
    }

    private long reseal(Place place, DataKey key, Progress progress) {
        var total = values.sealedUnderOthers(place, key);
        var done = 0L;
        UUID after = null;
        progress.at(place, done, total);
        while (true) {
            var from = after;
            var chunk = values.sealedUnderOthers(place, key, from, place.atOnce);
            if (chunk.isEmpty()) {
                return done;
            }
            var anew = new ArrayList<ResealTables.Value>(chunk.size());
            for (var value : chunk) {
                var content = keys.openBytes(place, value.row(), value.sealed());
                anew.add(new ResealTables.Value(value.row(), key.sealBytes(place, value.row(), content)));
            }
            transaction.executeWithoutResult(status -> values.replace(place, chunk, anew));
            after = chunk.get(chunk.size() - 1).row();
            done += chunk.size();
            progress.at(place, done, Math.max(done, total));
        }
    }

    private void end(DataKey key, long sealed) {
        for (var place : Place.values()) {
            if (values.sealedUnderOthers(place, key) > 0) {
                throw new IllegalStateException(
                        "something in " + place + " is still sealed under an old key; run the rotation again");
            }
        }
        tables.all().stream().filter(KeyTables.Wrapped::retired).forEach(old -> tables.remove(old.id()));
        evidence.keep(
                Fact.of(Deed.KEYS_ROTATED, Fact.MINYI).with("key", key.id()).with("values", sealed));
    }
}
