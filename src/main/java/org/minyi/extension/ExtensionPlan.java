package org.minyi.extension;

/** Knows what more time a step may have; the rules themselves stand in the decision table extension-plan. */
public interface ExtensionPlan {

    /**
     * What may be asked for now.
     *
     * @param before how often this kind was granted for this deadline already
     * @param severity ORDINARY, SERIOUS or GRAVE; null before triage
     */
    Entitlement entitlement(Kind kind, int before, String severity);
}
