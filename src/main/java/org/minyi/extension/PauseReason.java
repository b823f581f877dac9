package org.minyi.extension;

/** Why a clock may stand still: what the unit has no hand in. */
public enum PauseReason {
    /** An expert opinion or an identification is awaited. */
    EXPERT_OPINION,
    /** Another authority has to act first. */
    OTHER_AUTHORITY,
    /** The person cannot take part for the time being, or has asked to wait. */
    CITIZEN_UNAVAILABLE,
    /** A case about the same facts is before a court or a prosecutor. */
    PROCEEDINGS,
    /** Flood, epidemic, deployment of the whole unit. */
    FORCE_MAJEURE
}
