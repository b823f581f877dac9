package org.minyi.custody;

import java.util.UUID;
import org.minyi.citizen.PersonId;

/** Somebody has asked; heard by the process that brings it to the custodian. */
public record IdentityAsked(RequestId request, UUID matter, PersonId person) {}
