package org.minyi.workorder;

import org.minyi.question.AnswerGiven;

/** Somebody answered badly after their work order was closed: no order listens any more, but they must not be lost. */
public record LateDissatisfaction(WorkOrder order, AnswerGiven answer) {}
