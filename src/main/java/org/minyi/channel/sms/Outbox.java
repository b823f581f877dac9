package org.minyi.channel.sms;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where messages to citizens are put, in the same transaction as the step that wants them sent. */
@Service
public class Outbox {

    private static final int CHUNK = 5_000;

    private final SmsTables tables;
    private final Bell bell;
    private final Clock clock;

    Outbox(SmsTables tables, Bell bell, Clock clock) {
        this.tables = tables;
        this.bell = bell;
        this.clock = clock;
    }

    /** Puts messages in. A message of an id that is already there is not sent again. */
    @Transactional(propagation = Propagation.REQUIRED)
    public void put(List<SmsDraft> drafts) {
        var now = clock.instant();
        for (var from = 0; from < drafts.size(); from += CHUNK) {
            tables.insert(drafts.subList(from, Math.min(from + CHUNK, drafts.size())), now);
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
    }

    /** To be called after many were put, in the same transaction: the planner must know before they are sent. */
    public void filled(int messages) {
        tables.filled(messages);
    }

    /** Takes back these messages where they have not left yet. */
    @Transactional
    public int withdraw(Collection<UUID> messages) {
        return messages.isEmpty() ? 0 : tables.withdraw(messages, clock.instant());
    }

    /** Takes back everything of a batch that has not left yet; at most one window per link is still on its way. */
    @Transactional
    public int withdraw(UUID batch) {
        return tables.withdraw(batch, clock.instant());
    }
}
