package org.minyi.complaint;

/**
 * Another matter goes on for this one.
 *
 * @param goesOnAs the other's number
 */
public record ComplaintJoined(ComplaintId complaint, String goesOnAs) {}
