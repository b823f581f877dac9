package org.minyi.callback;

import java.util.UUID;
import org.minyi.citizen.PersonId;

/** Whom to call about a matter, where whoever asks for the call names the matter alone. */
public interface Callees {

    PersonId callee(UUID matter);
}
