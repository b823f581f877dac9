package org.minyi.callback;

import java.util.UUID;
import org.minyi.citizen.PersonId;

/** A person was heard, or cannot be. */
public record CallConcluded(
        CallId call, UUID matter, int round, PersonId person, CallOutcome outcome, CallReason reason) {}
