package org.minyi.exchange;

/** In which direction a message travels, as seen from here. */
public enum Way {
    IN,
    OUT
}
