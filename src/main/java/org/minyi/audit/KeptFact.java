package org.minyi.audit;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A fact as it stands in the database, believed or not.
 *
 * @param told JSON, in the very letters over which the chain goes
 */
record KeptFact(UUID id, OffsetDateTime at, String deed, String by, UUID matter, String told) {}
