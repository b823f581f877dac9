package org.minyi.channel.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.minyi.citizen.LineId;

/**
 * A call as far as it is known.
 *
 * @param hotline which was called; null when we dialled
 * @param line whose it is; null where the number is withheld, and always of the police hotline
 * @param matter what it is about; null while nobody knows
 * @param user who dialled or answered; null where nobody did, or at an extension that is nobody's
 * @param agentAt when somebody here picked up
 * @param citizenAt when the citizen picked up whom we dialled
 * @param recording where it can be heard
 * @param lost whether its end was not told, and is only known to be over
 */
public record PhoneCall(
        UUID id,
        Hotline hotline,
        LineId line,
        UUID matter,
        String user,
        Instant beganAt,
        Instant agentAt,
        Instant citizenAt,
        Instant endedAt,
        String recording,
        boolean lost) {

    public boolean isDialled() {
        return hotline == null;
    }

    /** Since when two people speak. */
    private Instant spokenSince() {
        return isDialled() ? citizenAt : agentAt;
    }

    /** How long it rang: at the citizen's, or here. Nothing where nobody here picked up to dial. */
    public Optional<Duration> rang() {
        return between(isDialled() ? agentAt : beganAt, spokenSince() == null ? endedAt : spokenSince());
    }

    /** How long they spoke; nothing while they do, and where they did not or nobody knows. */
    public Optional<Duration> talked() {
        return lost ? Optional.empty() : between(spokenSince(), endedAt);
    }

    private static Optional<Duration> between(Instant from, Instant to) {
        return from == null || to == null || to.isBefore(from)
                ? Optional.empty()
                : Optional.of(Duration.between(from, to));
    }
}
