package org.minyi.board;

/** Whoever wants to dial has seen as many people today as one may. */
public class TooManyLooks extends RuntimeException {

    TooManyLooks() {
        super("you have looked at as many people today as one may");
    }
}
