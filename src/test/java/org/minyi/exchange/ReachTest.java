package org.minyi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To which addresses something may be said. Written as numbers, an address is looked up nowhere. */
class ReachTest {

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.5", "127.0.0.1", "localhost", "2001:db8::5"})
    void to_the_outside_and_to_this_machine_where_somebody_wrote_it_down(String host) throws UnknownHostException {
        assertThat(Reach.isAllowed(host, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.1.1", "100.127.255.1", "fd00::1"})
    void to_a_private_network_only_where_the_setting_says_so(String host) throws UnknownHostException {
        assertThat(Reach.isAllowed(host, false)).isFalse();
        assertThat(Reach.isAllowed(host, true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.2", "0.0.0.0", "169.254.169.254", "fe80::1", "224.0.0.1", "::", "::ffff:127.0.0.2"})
    void never_to_what_no_exchange_is(String host) throws UnknownHostException {
        assertThat(Reach.isAllowed(host, true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"100.63.0.1", "100.128.0.1", "11.0.0.1"})
    void what_is_next_to_a_private_network_is_none(String host) throws UnknownHostException {
        assertThat(Reach.isAllowed(host, false)).isTrue();
    }
}
