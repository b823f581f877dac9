package org.minyi.workorder;

/** What can happen to a work order, in the words of its story. */
public enum Step {
    OPENED,
    DISPATCHED,
    SIGNED,
    REDISPATCHED,
    OWNERSHIP_DECIDED,
    VERIFIED,
    PROPOSED,
    CONFIRMED,
    /** An objection was upheld. */
    VERDICT_CORRECTED,
    RECTIFIED,
    /** In stories told before the letters themselves were told. */
    REMINDED,
    REVIEWED,
    ASKED_AGAIN,
    ANSWERED,
    /** Came when nobody waited for it any more. */
    ANSWERED_LATE,
    JUDGED_WITHOUT_ANSWER,
    ROUND_BEGUN,
    DECIDED_FINALLY,
    /** The person was written to, or could not be. */
    EXPLAINED,
    CLOSED;

    /** Whether nobody may decide so without saying why. */
    public boolean needsReasons(String outcome) {
        return switch (this) {
            case SIGNED -> "RETURN".equals(outcome);
            case CONFIRMED, REVIEWED -> "SENT_BACK".equals(outcome);
            case OWNERSHIP_DECIDED, VERIFIED, RECTIFIED, JUDGED_WITHOUT_ANSWER, DECIDED_FINALLY -> true;
            default -> false;
        };
    }
}
