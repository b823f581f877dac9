package org.minyi.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.WordsBook;
import org.minyi.citizen.WordsId;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.Complaints;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts in what a peer is to hear about a matter it handed over, in the transaction of the step that says it. A matter from
 * elsewhere says nothing to anybody.
 */
@Service
class PeerOutbox {

    private final OutboxTables tables;
    private final LinkTables links;
    private final Peers peers;
    private final Complaints complaints;
    private final Citizens citizens;
    private final WordsBook book;
    private final EnvelopeForm form;
    private final Clock clock;

    PeerOutbox(
            OutboxTables tables,
            LinkTables links,
            Peers peers,
            Complaints complaints,
            Citizens citizens,
            WordsBook book,
            EnvelopeForm form,
            Clock clock) {
        this.tables = tables;
        this.links = links;
        this.peers = peers;
        this.complaints = complaints;
        this.citizens = citizens;
        this.book = book;
        this.form = form;
        this.clock = clock;
    }

    /** A body that is being written. */
    final class Body {

        private final Complaint matter;
        private final ObjectNode json = form.emptyBody();

        private Body(Complaint matter) {
            this.matter = matter;
        }

        Body with(String field, Object value) {
            if (value != null) {
                json.put(field, value.toString());
            }
            return this;
        }

        Body with(String field, int value) {
            json.put(field, value);
            return this;
        }

        /** What somebody here wrote, without the person's name and number; the peer knows whose matter it is. */
        Body words(WordsId id) {
            if (id != null) {
                var text = book.read(List.of(id)).get(id);
                if (text != null && !text.isBlank()) {
                    json.put(
                            "words", shortened(citizens.unnamed(matter.person()).apply(text)));
                }
            }
            return this;
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void put(UUID matter, MessageKind kind, Consumer<Body> writing) {
        links.of(matter).filter(link -> isWanted(link, kind)).ifPresent(link -> put(link, kind, writing));
    }

    /** Whether this was said about the matter already. */
    boolean isSaid(UUID matter, MessageKind kind) {
        return tables.isSaid(matter, kind);
    }

    /** Whether the matter came from a peer, and what that is called. */
    boolean isFrom(UUID matter, String channel) {
        return links.of(matter)
                .flatMap(link -> peers.named(link.peer()))
                .filter(peer -> peer.channel().code().equals(channel))
                .isPresent();
    }

    private boolean isWanted(MatterLink link, MessageKind kind) {
        return peers.named(link.peer()).map(peer -> peer.wants().contains(kind)).orElse(true);
    }

    private void put(MatterLink link, MessageKind kind, Consumer<Body> writing) {
        var matter = complaints.find(link.matter()).orElseThrow();
        var body = new Body(matter);
        writing.accept(body);
        var id = UuidCreator.getTimeOrderedEpoch();
        var sequence = links.count(link);
        var now = clock.instant();
        var written = form.written(new Envelope(
                id.toString(),
                link.reference(),
                matter.number(),
                sequence,
                kind,
                now.truncatedTo(ChronoUnit.MILLIS),
                body.json));
        tables.insert(id, link, sequence, kind, book.keep(matter.person(), written), now);
    }

    private static String shortened(String text) {
        var most = MessageKind.RESULT.fields().stream()
                .filter(field -> field.name().equals("words"))
                .mapToInt(FieldRule::most)
                .sum();
        return text.length() <= most ? text : text.substring(0, most);
    }
}
