package org.minyi.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.citizen.WordsBook;
import org.minyi.citizen.WordsId;
import org.minyi.complaint.Complaints;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Applies one message of a matter: the next in order, or the one that somebody wants applied. */
@Service
class Applying {

    private final LinkTables links;
    private final InboxTables inbox;
    private final Peers peers;
    private final Complaints complaints;
    private final EnvelopeForm form;
    private final WordsBook book;
    private final DeadLetters dead;
    private final Evidence evidence;
    private final Clock clock;
    private final Map<MessageKind, Hearer> hearers = new EnumMap<>(MessageKind.class);

    Applying(
            LinkTables links,
            InboxTables inbox,
            Peers peers,
            Complaints complaints,
            EnvelopeForm form,
            WordsBook book,
            DeadLetters dead,
            Evidence evidence,
            List<Hearer> all,
            Clock clock) {
        this.links = links;
        this.inbox = inbox;
        this.peers = peers;
        this.complaints = complaints;
        this.form = form;
        this.book = book;
        this.dead = dead;
        this.evidence = evidence;
        this.clock = clock;
        all.forEach(hearer -> hearer.hears().forEach(kind -> hearers.put(kind, hearer)));
    }

    /** False where nothing may be applied now. Whatever it throws, nothing is changed. */
    @Transactional
    public boolean applyNext(InboxTables.MatterName name, Instant gapSince) {
        var link = links.lock(name.peer(), name.reference());
        if (link.isEmpty()) {
            return false;
        }
        var next = inbox.next(link.get(), clock.instant());
        if (next.isPresent()) {
            apply(next.get(), link.get());
            return true;
        }
        inbox.outOfOrder(link.get(), gapSince)
                .ifPresent(stray -> lay(stray, stray.sequence() < link.get().nextIn() ? "TOO_LATE" : "GAP", null));
        return false;
    }

    /** A try failed: later again, or a person decides. */
    @Transactional
    public void failed(InboxTables.MatterName name, String reason, ExchangeSettings settings) {
        links.lock(name.peer(), name.reference())
                .flatMap(link -> inbox.next(link, clock.instant()))
                .ifPresent(kept -> {
                    if (kept.tries() + 1 >= settings.tries()) {
                        lay(kept, reason, null);
                    } else {
                        inbox.putOff(kept.id(), reason, clock.instant().plus(settings.pauseAfter(kept.tries())));
                    }
                });
    }

    private void apply(InboxTables.Kept kept, MatterLink link) {
        var peer = peers.named(kept.peer());
        var matter =
                link.matter() == null ? null : complaints.find(link.matter()).orElse(null);
        if (peer.isEmpty() || kept.body() == null || (matter == null) != (kept.kind() == MessageKind.HAND_OVER)) {
            lay(kept, peer.isEmpty() ? "NO_SUCH_PEER" : kept.body() == null ? "FORGOTTEN" : "NO_MATTER", null);
            return;
        }
        var envelope = envelope(kept);
        var words = kept.kind() == MessageKind.HAND_OVER
                ? null
                : envelope.text("words")
                        .map(said -> book.keep(matter.person(), said))
                        .orElse(null);
        var heard = hearers.get(kept.kind()).hear(new Hearer.Received(peer.get(), envelope, link, matter, words));
        if (heard instanceof Hearer.Heard.Refused refused) {
            lay(kept, refused.reason(), words);
            return;
        }
        links.goOnAfter(kept.peer(), kept.reference(), kept.sequence());
        done(kept, words);
        if (heard instanceof Hearer.Heard.ForAPerson told) {
            lay(kept, told.reason(), words);
        }
    }

    private void done(InboxTables.Kept kept, WordsId words) {
        var matter = links.of(kept.peer(), kept.reference())
                .map(MatterLink::matter)
                .orElseThrow()
                .value();
        inbox.applied(kept.id(), matter, words, clock.instant());
        evidence.keep(Fact.of(Deed.EXCHANGE_RECEIVED, Fact.MINYI)
                .about(matter)
                .with("message", kept.id())
                .with("peer", kept.peer())
                .with("kind", kept.kind())
                .with("sequence", kept.sequence()));
    }

    private void lay(InboxTables.Kept kept, String reason, WordsId words) {
        inbox.dead(kept.id(), reason, words);
        dead.laid(kept.id());
    }

    private Envelope envelope(InboxTables.Kept kept) {
        var text = book.read(List.of(kept.body())).get(kept.body());
        try {
            return form.read(text, Way.IN).envelope();
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("message " + kept.id() + " is not JSON any more");
        }
    }
}
