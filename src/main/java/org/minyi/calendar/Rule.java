package org.minyi.calendar;

/**
 * Where a deadline comes from.
 *
 * @param words for people: A grave matter is put right within three working days
 * @param source the table, or what people agreed on: {@code time-limit}
 * @param version of the table; null where nothing has versions
 */
public record Rule(String words, String source, Integer version) {}
