package org.minyi.complaint;

/**
 * What somebody looks for among the matters they may see.
 *
 * @param viewer user id of whoever looks
 * @param number the whole number; null for any
 * @param open only those that are open, or only those that are not; null for both
 * @param before the last matter of the page before; null for the first page
 * @param size matters on a page
 */
public record MatterSearch(String viewer, String number, Boolean open, ComplaintId before, int size) {}
