package org.minyi.workorder;

/** It was put right, and the person is asked whether they think so too. */
public record AskedAgain(WorkOrder order) {}
