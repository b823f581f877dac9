package org.minyi.exchange;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.minyi.complaint.Channel;
import org.minyi.signature.SignedMessages;

/**
 * An exchange that Minyi speaks with.
 *
 * @param name in settings, addresses and the log
 * @param channel where its matters come from
 * @param address where it hears us; asked each time, for a server may learn its own port late
 * @param hears proves what comes from it
 * @param signs proves what we say
 * @param wants the kinds it wants to hear of; what it does not want is not sent
 * @param answerWithin after that an answer is unknown, and the message is sent again
 * @param privateAddresses whether it may stand on a private network
 */
public record Peer(
        String name,
        Channel channel,
        Supplier<URI> address,
        SignedMessages hears,
        SignedMessages signs,
        Set<MessageKind> wants,
        Duration answerWithin,
        boolean privateAddresses) {

    public Peer {
        wants = Set.copyOf(wants);
    }

    /** All kinds that travel to a peer. */
    public static Set<MessageKind> allKinds() {
        var all = EnumSet.allOf(MessageKind.class);
        all.removeIf(kind -> !kind.travels(Way.OUT));
        return all;
    }

    /** Without keys. */
    @Override
    public String toString() {
        return "Peer[" + name + "]";
    }
}
