package org.minyi.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.audit.Evidence;

class ClientKeysTest {

    private ClientKeys keys;

    @BeforeEach
    void no_keys_yet() {
        keys = new ClientKeys(OrganisationTest.Tables.fresh(), Clock.systemUTC(), mock(Evidence.class));
    }

    @Test
    void a_key_opens_for_its_client_and_no_other_text_does() {
        var key = keys.issue("110-desk");

        assertThat(key).hasSizeGreaterThanOrEqualTo(43);
        assertThat(keys.client(key)).contains("110-desk");
        assertThat(keys.client(key + "x")).isEmpty();
        assertThat(keys.client("")).isEmpty();
    }

    @Test
    void a_revoked_key_opens_nothing() {
        var key = keys.issue("110-desk");

        keys.revoke("110-desk");

        assertThat(keys.client(key)).isEmpty();
    }

    @Test
    void a_new_key_ends_the_old_one() {
        var old = keys.issue("110-desk");
        var fresh = keys.issue("110-desk");

        assertThat(keys.client(old)).isEmpty();
        assertThat(keys.client(fresh)).contains("110-desk");
    }
}
