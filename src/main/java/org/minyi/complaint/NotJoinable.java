package org.minyi.complaint;

/** The matter chosen to join is not suggested or no longer open: nobody would go on for the person. */
public class NotJoinable extends IllegalArgumentException {

    NotJoinable() {
        super("The matter you chose is not open any more: choose another, or go on with this one.");
    }
}
