package org.minyi.channel.phone;

/** Which of our numbers was called. */
public enum Hotline {
    /** Citizens consult, complain and suggest. */
    PUBLIC,
    /** Officers speak; nobody is to know who. */
    POLICE
}
