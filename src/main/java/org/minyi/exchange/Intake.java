package org.minyi.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minyi.complaint.Fault;
import org.minyi.complaint.HandIn;
import org.minyi.signature.SignedMessages.Proof;
import org.springframework.stereotype.Service;

/** The door for what peers say: whoever cannot prove it is sent away, and what is answered well is stored. */
@Service
public class Intake {

    private final Peers peers;
    private final EnvelopeForm form;
    private final HandIn handIn;
    private final Inbox inbox;

    Intake(Peers peers, EnvelopeForm form, HandIn handIn, Inbox inbox) {
        this.peers = peers;
        this.form = form;
        this.handIn = handIn;
        this.inbox = inbox;
    }

    /** What became of a message at the door. */
    public enum Taken {
        /** It is on the disk, and will be applied. */
        STORED,
        /** It came before, word for word: it is not stored again. */
        KNOWN,
        NOT_GENUINE,
        UNREADABLE,
        FAULTY,
        /** Another message came under this id, or under this number in this matter. */
        CONTRADICTION
    }

    /** What is answered, and what was wrong where something was. */
    public record Answer(Taken taken, List<Fault> faults) {}

    /** Takes a message; what is answered with STORED is committed. */
    public Answer take(String peerName, Proof proof, byte[] bytes) {
        var peer = peers.named(peerName);
        if (peer.isEmpty() || !peer.get().hears().isGenuine(proof, bytes)) {
            return answer(Taken.NOT_GENUINE);
        }
        var text = text(bytes);
        if (text.isEmpty()) {
            return answer(Taken.UNREADABLE);
        }
        try {
            return take(peer.get(), proof.id(), text.get());
        } catch (JsonProcessingException notJson) {
            return answer(Taken.UNREADABLE);
        }
    }

    private Answer take(Peer peer, String id, String text) throws JsonProcessingException {
        var read = form.read(text, Way.IN);
        var faults = new ArrayList<>(read.faults());
        if (faults.isEmpty()) {
            faults.addAll(beyondForm(peer, id, read.envelope()));
        }
        return faults.isEmpty() ? answer(inbox.store(peer, read.envelope(), text)) : new Answer(Taken.FAULTY, faults);
    }

    /** What no single field shows. Whose matter it is comes first, and once. */
    private List<Fault> beyondForm(Peer peer, String id, Envelope envelope) {
        var faults = new ArrayList<Fault>();
        if (!envelope.id().equals(id)) {
            faults.add(new Fault("id", null, "the id that stands in the header"));
        }
        if ((envelope.sequence() == 1) != (envelope.kind() == MessageKind.HAND_OVER)) {
            faults.add(new Fault("sequence", null, "1 for the hand-over, and for it alone"));
        }
        if (envelope.kind() == MessageKind.HAND_OVER) {
            handIn.faults(HandOver.handedIn(peer, envelope))
                    .forEach(fault -> faults.add(new Fault(field(fault), fault.arrived(), fault.expected())));
        }
        return faults;
    }

    private static String field(Fault fault) {
        return switch (fault.field()) {
            case "reference", "channel" -> fault.field();
            case "kind" -> "body.matterKind";
            default -> "body." + fault.field();
        };
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    private static Answer answer(Taken taken) {
        return new Answer(taken, List.of());
    }
}
