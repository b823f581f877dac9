package org.minyi.history;

import java.util.List;

/**
 * Some instances, newest first.
 *
 * @param next where the next page goes on; null after the last
 */
public record Page(List<Row> instances, String next) {}
