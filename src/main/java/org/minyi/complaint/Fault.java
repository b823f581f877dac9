package org.minyi.complaint;

/**
 * What is wrong with one field of what was handed in.
 *
 * @param arrived null where it belongs to the person: names, phones and words are never repeated
 */
public record Fault(String field, String arrived, String expected) {}
