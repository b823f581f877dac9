package org.minyi.calendar;

/** Knows the time limit of every step; the limits themselves stand in the decision table time-limit. */
public interface StepLimits {

    /**
     * The limit of one step of a matter.
     *
     * @param step process id and step, for example {@code work-order.signOrder}
     * @param category of the matter; null before triage
     * @param severity ORDINARY, SERIOUS or GRAVE; null before triage
     */
    TimeLimit limit(String step, String category, String severity);
}
