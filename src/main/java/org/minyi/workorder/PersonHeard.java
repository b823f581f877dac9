package org.minyi.workorder;

/**
 * The person said whether it was put right, or that they do not want to say, or could not be reached.
 *
 * @param answer of the SMS, or outcome of the return call
 */
public record PersonHeard(WorkOrder order, String answer) {}
