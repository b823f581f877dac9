package org.minyi.workorder;

/** Somebody wants to close an order without an answer, and the person has just given one that is not good. */
public class AnsweredMeanwhile extends IllegalStateException {

    AnsweredMeanwhile() {
        super("The person has answered meanwhile and is not satisfied: the order cannot be closed without an answer.");
    }
}
