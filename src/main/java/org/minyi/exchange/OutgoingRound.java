package org.minyi.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.citizen.WordsBook;
import org.minyi.exchange.OutboxTables.Claim;
import org.minyi.exchange.PeerClient.Said;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says what lies in the outbox, each matter in its order. A message is claimed in one transaction, said outside any, and
 * settled in another; whoever dies in between leaves it to the next, who says it again under the same id. While a peer is
 * away one message is tried now and then, and no other grows older for it.
 */
@Service
class OutgoingRound {

    private static final Logger LOG = LoggerFactory.getLogger(OutgoingRound.class);

    private final OutboxTables tables;
    private final PeerClient client;
    private final ExchangeSettings settings;
    private final WordsBook book;
    private final DeadLetters dead;
    private final Evidence evidence;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<String, Away> away = new ConcurrentHashMap<>();
    private final Map<String, Boolean> spokenWith = new ConcurrentHashMap<>();

    OutgoingRound(
            OutboxTables tables,
            PeerClient client,
            ExchangeSettings settings,
            WordsBook book,
            DeadLetters dead,
            Evidence evidence,
            TransactionTemplate transaction,
            Clock clock) {
        this.tables = tables;
        this.client = client;
        this.settings = settings;
        this.book = book;
        this.dead = dead;
        this.evidence = evidence;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Away(int times, Instant until) {}

    /** Until nothing is due for this peer, or it is away. */
    void runOnce(Peer peer) {
        while (!isAway(peer) && sayNext(peer)) {
            // The next.
        }
    }

    private boolean isAway(Peer peer) {
        var pause = away.get(peer.name());
        return pause != null && clock.instant().isBefore(pause.until());
    }

    private boolean sayNext(Peer peer) {
        var now = clock.instant();
        var claim = transaction.execute(status ->
                tables.claim(peer.name(), now, now.plus(settings.lease())).orElse(null));
        if (claim == null) {
            return false;
        }
        if (claim.body() == null) {
            lay(claim, "FORGOTTEN");
            return true;
        }
        var text = book.read(List.of(claim.body())).get(claim.body());
        settle(peer, claim, client.say(peer, claim.id().toString(), text));
        return true;
    }

    private void settle(Peer peer, Claim claim, Said said) {
        if (said instanceof Said.Later later) {
            pause(peer, claim, later.reason());
        } else {
            isThere(peer);
            if (said instanceof Said.Refused refused) {
                lay(claim, refused.reason());
            } else {
                taken(claim);
            }
        }
    }

    private void taken(Claim claim) {
        transaction.executeWithoutResult(status -> {
            if (tables.settle(claim, "DELIVERED", null, clock.instant())) {
                evidence.keep(Fact.of(Deed.EXCHANGE_DELIVERED, Fact.MINYI)
                        .about(claim.matter())
                        .with("message", claim.id())
                        .with("peer", claim.peer())
                        .with("kind", claim.kind()));
            }
        });
    }

    private void lay(Claim claim, String reason) {
        transaction.executeWithoutResult(status -> {
            if (tables.settle(claim, "DEAD", reason, clock.instant())) {
                dead.laid(claim.id());
            }
        });
        LOG.warn("exchange {}: message {} went no further ({})", claim.peer(), claim.id(), reason);
    }

    private void pause(Peer peer, Claim claim, String reason) {
        var times = away.containsKey(peer.name()) ? away.get(peer.name()).times() + 1 : 0;
        var pause = settings.pauseAfter(times);
        var until = clock.instant().plus(pause);
        away.put(peer.name(), new Away(times, until));
        if (claim.tries() + 1 >= settings.tries()) {
            lay(claim, reason);
        } else {
            transaction.executeWithoutResult(
                    status -> tables.putOff(claim, reason, clock.instant().plus(settings.pauseAfter(claim.tries()))));
        }
        LOG.warn(
                "exchange {}: no good answer ({}); {} messages wait, the next try is in {} s",
                peer.name(),
                reason,
                tables.waiting(peer.name()),
                pause.toSeconds());
    }

    private void isThere(Peer peer) {
        if (away.remove(peer.name()) != null || spokenWith.putIfAbsent(peer.name(), true) == null) {
            LOG.info("exchange {}: takes what is said to it", peer.name());
        }
    }
}
