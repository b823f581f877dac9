package org.minyi.workorder;

/** How a work order ended. A bad answer ends none. */
public enum Outcome {
    /** The person said so. */
    SATISFIED,
    /** There was nothing to put right; the person was told why. */
    UNFOUNDED,
    /** The person does not want to say or cannot be reached; the level above judged the work. */
    NO_ANSWER,
    /** The director decided, with reasons. */
    FINAL_DISPOSAL
}
