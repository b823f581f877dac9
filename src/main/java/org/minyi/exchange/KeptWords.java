package org.minyi.exchange;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What a peer says that changes nothing here by itself: it is kept, stands in the dossier, and comes to a person where one
 * has to act on it.
 */
@Component
class KeptWords implements Hearer {

    private final LinkTables links;

    KeptWords(LinkTables links) {
        this.links = links;
    }

    @Override
    public Set<MessageKind> hears() {
        return EnumSet.of(
                MessageKind.EXTENSION_VERDICT,
                MessageKind.SUSPENSION_VERDICT,
                MessageKind.NO_CALLBACK,
                MessageKind.CALL_BACK_RESULT,
                MessageKind.RE_ASSIGN,
                MessageKind.CLOSE);
    }

    @Override
    public Heard hear(Received received) {
        var envelope = received.envelope();
        links.note(received.link(), envelope.time("dueBy").orElse(null), envelope.kind() == MessageKind.NO_CALLBACK);
        return switch (envelope.kind()) {
            // Our clock was moved by our own people; that the peer's was not, they have to know.
            case EXTENSION_VERDICT, SUSPENSION_VERDICT ->
                "REFUSED".equals(envelope.text("verdict").orElse("")) ? forAPerson("NO_MORE_TIME") : new Heard.Done();
            case RE_ASSIGN -> forAPerson("ANOTHER_UNIT_WANTED");
            case CLOSE -> received.matter().isOpen() ? forAPerson("STILL_OPEN_HERE") : new Heard.Done();
            case CALL_BACK_RESULT ->
                "SATISFIED".equals(envelope.text("answer").orElse(""))
                                || received.matter().isOpen()
                        ? new Heard.Done()
                        : forAPerson("UNHAPPY_AFTER_CLOSING");
            default -> new Heard.Done();
        };
    }

    private static Heard forAPerson(String reason) {
        return new Heard.ForAPerson(reason);
    }
}
