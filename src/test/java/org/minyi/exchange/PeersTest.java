package org.minyi.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minyi.complaint.Channel;
import org.minyi.exchange.ExchangeSettings.PeerSettings;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Which settings make a peer; what could not work, or could be read on the way, stops the start and says why. */
class PeersTest {

    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void an_exchange_hears_us_behind_its_address_and_hears_what_it_wants() {
        var peers = peers(Map.of("city", peer("12345", "https://city.example/minyi/", KEY, Set.of("accept", "close"))));

        var city = peers.of(Channel.CITY_12345).orElseThrow();
        assertThat(city.address().get()).isEqualTo(URI.create("https://city.example/minyi/messages"));
        assertThat(city.wants()).containsExactlyInAnyOrder(MessageKind.ACCEPT, MessageKind.CLOSE);
        assertThat(city.toString()).doesNotContain(KEY);
        assertThat(peer("12345", "https://city.example", KEY, Set.of()).toString())
                .doesNotContain(KEY);
    }

    @Test
    void who_names_no_kind_wants_them_all() {
        var peers = peers(Map.of("city", peer("12345", "https://city.example", KEY, Set.of())));

        assertThat(peers.named("city").orElseThrow().wants())
                .isEqualTo(Peer.allKinds())
                .contains(MessageKind.RETURN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://city.example",
                "ftp://city.example",
                "https://user:secret@city.example",
                "https://city.example/?a=b",
                "https:///nowhere"
            })
    void what_could_be_read_on_the_way_is_no_address(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> peers(Map.of("city", peer("12345", url, KEY, Set.of()))))
                .withMessageContaining("minyi.exchange.peers.city")
                .withMessageNotContaining("secret");
    }

    @Test
    void what_could_not_work_stops_the_start() {
        refused(Map.of("city", peer("HOTLINE", "https://city.example", KEY, Set.of())), "channel");
        refused(Map.of("city", peer("12345", "https://city.example", "short", Set.of())), "incoming-keys");
        refused(Map.of("city", peer("12345", "https://city.example", KEY, Set.of("hand-over"))), "does not travel");
        refused(Map.of("CITY!", peer("12345", "https://city.example", KEY, Set.of())), "its name");
        refused(
                new TreeMap<>(Map.of(
                        "city", peer("12345", "https://city.example", KEY, Set.of()),
                        "other", peer("12345", "https://other.example", KEY, Set.of()))),
                "two of them");
    }

    @Test
    void a_pause_doubles_up_to_the_longest() {
        var settings = settings(Map.of());
        assertThat(settings.pauseAfter(0)).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.pauseAfter(3)).isEqualTo(Duration.ofSeconds(80));
        assertThat(settings.pauseAfter(40)).isEqualTo(Duration.ofMinutes(30));
    }

    private static void refused(Map<String, PeerSettings> wrong, String why) {
        assertThatIllegalArgumentException().isThrownBy(() -> peers(wrong)).withMessageContaining(why);
    }

    private static Peers peers(Map<String, PeerSettings> all) {
        return new Peers(
                settings(all), new StaticListableBeanFactory().getBeanProvider(PeerSource.class), Clock.systemUTC());
    }

    private static ExchangeSettings settings(Map<String, PeerSettings> peers) {
        return new ExchangeSettings(
                true,
                peers,
                Duration.ofMinutes(30),
                12,
                Duration.ofSeconds(10),
                Duration.ofMinutes(30),
                Duration.ofMinutes(2));
    }

    private static PeerSettings peer(String channel, String url, String key, Set<String> sends) {
        return new PeerSettings(
                channel, URI.create(url), List.of(key), List.of(KEY), sends, Duration.ofSeconds(10), false);
    }
}
