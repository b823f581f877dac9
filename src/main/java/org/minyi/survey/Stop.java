package org.minyi.survey;

import java.time.Instant;

/**
 * Who stopped a wave on its way, and why.
 *
 * @param by the person's name
 * @param reason in their own words
 */
public record Stop(Instant at, String by, String reason) {}
