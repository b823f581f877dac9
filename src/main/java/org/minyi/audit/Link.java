package org.minyi.audit;

import java.util.UUID;

/**
 * A link of the chain as it stands in the database, believed or not.
 *
 * @param hash in hex; null for a fact without a link
 * @param fact null when the fact is gone
 */
record Link(long position, UUID factId, String hash, KeptFact fact) {

    boolean isMissing() {
        return hash == null;
    }
}
