package org.minyi.workorder;

/** Which level handles an order; decided by responsible-unit.dmn. */
public enum HandlingLevel {
    SUB_CENTRE,
    CENTRE
}
