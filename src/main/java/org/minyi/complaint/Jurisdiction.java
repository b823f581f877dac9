package org.minyi.complaint;

/** Whose matter it is, as triage decides. */
public enum Jurisdiction {
    /** A unit of ours puts it right. */
    OURS,
    /** An answer is enough. */
    CONSULTATION,
    /** Another authority's. */
    ELSEWHERE,
    /** The person takes it back, or it cannot be pursued; a reviewer confirms. */
    WITHDRAWN
}
