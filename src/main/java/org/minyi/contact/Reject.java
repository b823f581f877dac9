package org.minyi.contact;

/**
 * Why a line was not taken over.
 *
 * @param line where it starts in the file, counted from 1
 * @param field the column, or {@code record} for the whole line
 * @param arrived what stood there: codes and dates only, never a name or phone, else null
 * @param expected what would have been right
 */
public record Reject(long line, String field, String arrived, String expected) {}
