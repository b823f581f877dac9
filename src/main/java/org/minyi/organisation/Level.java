package org.minyi.organisation;

/** The three levels: the city's centre, its sub-centres (districts, counties, departments), their posts. */
public enum Level {
    CENTRE,
    SUB_CENTRE,
    POST
}
