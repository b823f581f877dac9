package org.minyi.exchange;

import java.util.Set;
import org.minyi.opinion.Opinions;
import org.springframework.stereotype.Component;

/** The peer supervises a matter: its unit answers, and the centre looks at the answer before it leaves. */
@Component
class PeersOpinion implements Hearer {

    private final Opinions opinions;

    PeersOpinion(Opinions opinions) {
        this.opinions = opinions;
    }

    @Override
    public Set<MessageKind> hears() {
        return Set.of(MessageKind.SUPERVISION_OPINION);
    }

    @Override
    public Heard hear(Received received) {
        if (!received.matter().isOpen()) {
            return new Heard.ForAPerson("MATTER_CLOSED");
        }
        var raised = opinions.raiseFromOutside(
                received.peer().channel().code(), received.matter().id().value(), received.words());
        return raised.isPresent() ? new Heard.Done() : new Heard.ForAPerson("OPINION_WAITS");
    }
}
