package org.minyi.exchange;

import java.time.ZoneOffset;
import org.minyi.extension.Kind;
import org.minyi.extension.TimeDecided;
import org.minyi.extension.TimeReleased;
import org.minyi.extension.TimeRequest;
import org.minyi.opinion.OpinionSettled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the peer of more time that was granted here, and what a unit answered to its opinion. */
@Component
class ToldOfTime {

    private final PeerOutbox outbox;

    ToldOfTime(PeerOutbox outbox) {
        this.outbox = outbox;
    }

    /** What is refused or lapses here the peer need not know. */
    @EventListener
    void on(TimeDecided decided) {
        var request = decided.request();
        if (request.state() != TimeRequest.State.GRANTED) {
            return;
        }
        if (request.kind() == Kind.EXTENSION) {
            outbox.put(request.matter(), MessageKind.EXTENSION_REQUEST, body -> body.with(
                            "days", request.days().intValue())
                    .words(request.words()));
        } else {
            outbox.put(request.matter(), MessageKind.SUSPENSION_REQUEST, body -> body.with(
                            "until", request.until().atOffset(ZoneOffset.UTC))
                    .with("reason", request.reason())
                    .words(request.words()));
        }
    }

    @EventListener
    void on(TimeReleased released) {
        outbox.put(
                released.matter(),
                MessageKind.SUSPENSION_RELEASE,
                body -> body.with("at", released.at().atOffset(ZoneOffset.UTC)));
    }

    /** Only who raised it hears the answer; a leader of ours may supervise the same matter. */
    @EventListener
    void on(OpinionSettled settled) {
        var opinion = settled.opinion();
        if (outbox.isFrom(opinion.matter(), opinion.raisedBy())) {
            var answers = opinion.answers();
            outbox.put(
                    opinion.matter(),
                    MessageKind.SUPERVISION_ANSWER,
                    body -> body.words(answers.get(answers.size() - 1).words()));
        }
    }
}
