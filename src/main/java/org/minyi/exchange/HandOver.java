package org.minyi.exchange;

import java.util.Set;
import org.minyi.complaint.HandIn;
import org.minyi.complaint.HandInAnswer;
import org.minyi.complaint.HandedIn;
import org.springframework.stereotype.Component;

/** A matter comes. */
@Component
class HandOver implements Hearer {

    private final HandIn handIn;
    private final LinkTables links;

    HandOver(HandIn handIn, LinkTables links) {
        this.handIn = handIn;
        this.links = links;
    }

    @Override
    public Set<MessageKind> hears() {
        return Set.of(MessageKind.HAND_OVER);
    }

    @Override
    public Heard hear(Received received) {
        var envelope = received.envelope();
        var answer = handIn.take(handedIn(received.peer(), envelope));
        if (answer instanceof HandInAnswer.Taken taken) {
            links.begin(received.link(), taken.matter().id(), 0);
            links.note(received.link(), envelope.time("dueBy").orElse(null), envelope.says("noCallback"));
            return new Heard.Done();
        }
        // It was in order at the door: a unit or a business has gone since.
        return new Heard.Refused("NOT_TAKEN_IN");
    }

    /** As any system hands a matter in. */
    static HandedIn handedIn(Peer peer, Envelope envelope) {
        return new HandedIn(
                envelope.reference(),
                peer.channel().code(),
                envelope.text("matterKind").orElse(null),
                envelope.text("name").orElse(null),
                envelope.text("phone").orElse(null),
                envelope.says("minor"),
                envelope.text("address").orElse(null),
                envelope.text("unit").orElse(null),
                envelope.text("officer").orElse(null),
                envelope.text("business").orElse(null),
                envelope.text("words").orElse(null));
    }
}
