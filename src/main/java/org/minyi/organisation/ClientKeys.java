package org.minyi.organisation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keys of machine clients: shown once when issued, kept only as their SHA-256. */
@Service
@Transactional
public class ClientKeys {

    /** 256 random bits: nothing to guess, so a single hash is enough to keep them by. */
    private static final int KEY_BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final OrganisationTables tables;
    private final Clock clock;
    private final Evidence evidence;

    ClientKeys(OrganisationTables tables, Clock clock, Evidence evidence) {
        this.evidence = evidence;
        this.tables = tables;
        this.clock = clock;
    }

    /** Issues a key; an earlier one of the client of that name is worth nothing from now on. */
    public String issue(MachineClient client) {
        var bits = new byte[KEY_BYTES];
        RANDOM.nextBytes(bits);
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        tables.deleteKeyOf(client.name());
        tables.insertKey(hash(key), client, clock.instant());
        evidence.keep(Fact.of(Deed.CLIENT_KEY_ISSUED, Fact.MINYI)
                .witness("client", client.name())
                .witness("sources", listed(client.sources()))
                .witness("channels", listed(client.channels())));
        return key;
    }

    /** Whose key this is, unless it was revoked. */
    @Transactional(readOnly = true)
    public Optional<MachineClient> client(String key) {
        var hash = hash(key);
        // The index finds candidates by hash; the decision is made in constant time.
        return tables.keyWith(hash)
                .filter(found -> MessageDigest.isEqual(bytes(found.hash()), bytes(hash)))
                .map(OrganisationTables.StoredKey::client);
    }

    /** Whether there was one to revoke. */
    public boolean revoke(String client) {
        if (tables.revokeKeyOf(client, clock.instant()) == 0) {
            return false;
        }
        evidence.keep(Fact.of(Deed.CLIENT_KEY_REVOKED, Fact.MINYI).witness("client", client));
        return true;
    }

    private static String listed(Set<String> names) {
        return String.join(",", new TreeSet<>(names));
    }

    private static String hash(String key) {
        return DigestUtils.sha256Hex(key);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
