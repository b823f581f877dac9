package org.minyi.exchange;

import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.minyi.complaint.Channel;
import org.minyi.exchange.ExchangeSettings.PeerSettings;
import org.minyi.signature.SignedMessages;
import org.minyi.signature.SigningKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The exchanges Minyi speaks with; a setting that could not work stops the start. */
@Component
class Peers {

    private static final Logger LOG = LoggerFactory.getLogger(Peers.class);
    private static final Set<Channel> CHANNELS =
            EnumSet.of(Channel.CITY_12345, Channel.POLICE_12389, Channel.ALARM_110);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int MOST_KEYS = 2;

    private final Map<String, Peer> byName = new TreeMap<>();

    Peers(ExchangeSettings settings, ObjectProvider<PeerSource> sources, Clock clock) {
        settings.peers().forEach((name, one) -> add(peer(name, one, clock)));
        byName.values().forEach(peer -> LOG.info("exchange {}: hears us at {}", peer.name(), host(peer)));
        sources.orderedStream()
                .flatMap(source -> source.peers().stream())
                .filter(peer -> of(peer.channel()).isEmpty())
                .forEach(this::add);
    }

    List<Peer> all() {
        return List.copyOf(byName.values());
    }

    Optional<Peer> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<Peer> of(Channel channel) {
        return byName.values().stream()
                .filter(peer -> peer.channel() == channel)
                .findFirst();
    }

    private void add(Peer peer) {
        if (of(peer.channel()).isPresent()) {
            throw new IllegalArgumentException("minyi.exchange.peers: two of them speak for "
                    + peer.channel().code());
        }
        byName.put(peer.name(), peer);
    }

    private static String host(Peer peer) {
        return peer.address().get().getHost();
    }

    private static Peer peer(String name, PeerSettings one, Clock clock) {
        if (!name.matches("[a-z0-9-]{1,40}")) {
            throw wrong(name, "its name has other signs than small letters, digits and -");
        }
        var channel = Channel.of(one.channel())
                .filter(CHANNELS::contains)
                .orElseThrow(() -> wrong(name, "channel is none of 12345, 12389 and 110"));
        var address = address(name, one.url());
        return new Peer(
                name,
                channel,
                () -> address,
                signed(name, "incoming-keys", one.incomingKeys(), clock),
                signed(name, "outgoing-keys", one.outgoingKeys(), clock),
                wanted(name, one.sends()),
                one.answerWithin(),
                one.privateAddresses());
    }

    /** What is said to a peer is read by nobody on the way; on this machine there is no way. */
    private static URI address(String name, URI url) {
        var isHere = url.getHost() != null && THIS_MACHINE.contains(url.getHost());
        if (url.getHost() == null || !("https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && isHere))) {
            throw wrong(name, "url begins with https:// (http:// only on this machine)");
        }
        if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
            throw wrong(name, "url holds nothing but a host, a port and a path");
        }
        return URI.create(url.toString().replaceFirst("/+$", "") + "/messages");
    }

    private static SignedMessages signed(String name, String which, List<String> written, Clock clock) {
        if (written.size() > MOST_KEYS) {
            throw wrong(name, which + " has more than two keys");
        }
        try {
            return new SignedMessages(written.stream().map(SigningKey::of).toList(), clock);
        } catch (IllegalArgumentException guessable) {
            throw wrong(name, which + ": " + guessable.getMessage());
        }
    }

    private static Set<MessageKind> wanted(String name, Set<String> codes) {
        if (codes.isEmpty()) {
            return Peer.allKinds();
        }
        var wanted = EnumSet.noneOf(MessageKind.class);
        codes.forEach(code -> wanted.add(MessageKind.of(code.toLowerCase(Locale.ROOT))
                .filter(kind -> kind.travels(Way.OUT))
                .orElseThrow(() -> wrong(name, "sends names a kind that does not travel there"))));
        return wanted;
    }

    private static IllegalArgumentException wrong(String name, String why) {
        return new IllegalArgumentException("minyi.exchange.peers." + name + ": " + why);
    }
}
