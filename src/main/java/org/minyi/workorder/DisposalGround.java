package org.minyi.workorder;

/** Why a matter is disposed of finally although the person is still unhappy. */
public enum DisposalGround {
    /** Everything due was done; what is still demanded is unreasonable. */
    UNREASONABLE_DEMAND,
    /** It goes the legal route: reconsideration, court, letters and visits. */
    LEGAL_ROUTE
}
