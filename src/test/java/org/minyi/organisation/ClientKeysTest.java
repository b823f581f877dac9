package org.minyi.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.audit.Evidence;

class ClientKeysTest {

    private static final MachineClient DESK_110 =
            new MachineClient("110-desk", Set.of("110-dispatch", "110-cases"), Set.of("110"));

    private ClientKeys keys;

    @BeforeEach
    void no_keys_yet() {
        keys = new ClientKeys(OrganisationTest.Tables.fresh(), Clock.systemUTC(), mock(Evidence.class));
    }

    @Test
    void a_key_opens_for_its_client_and_no_other_text_does() {
        var key = keys.issue(DESK_110);

        assertThat(key).hasSizeGreaterThanOrEqualTo(43);
        assertThat(keys.client(key)).contains(DESK_110);
        assertThat(keys.client(key + "x")).isEmpty();
        assertThat(keys.client("")).isEmpty();
    }

    @Test
    void a_client_speaks_for_its_own_sources_and_channels_and_for_no_others() {
        var client = keys.client(keys.issue(DESK_110)).orElseThrow();

        assertThat(client.speaksFor("110-cases")).isTrue();
        assertThat(client.speaksFor("110")).isFalse();
        assertThat(client.speaksFor("*")).isFalse();
        assertThat(client.speaksFor(null)).isFalse();
        assertThat(client.handsIn("110")).isTrue();
        assertThat(client.handsIn("12345")).isFalse();
        assertThat(client.handsIn(null)).isFalse();
        assertThat(MachineClient.ofEverybody("exchange").handsIn("12345")).isTrue();
    }

    @Test
    void a_revoked_key_opens_nothing() {
        var key = keys.issue(DESK_110);

        assertThat(keys.revoke("110-desk")).isTrue();

        assertThat(keys.client(key)).isEmpty();
        assertThat(keys.revoke("110-desk")).isFalse();
    }

    @Test
    void a_new_key_ends_the_old_one() {
        var old = keys.issue(DESK_110);
        var fresh = keys.issue(DESK_110);

        assertThat(keys.client(old)).isEmpty();
        assertThat(keys.client(fresh)).contains(DESK_110);
    }
}
