package org.minyi.survey;

/**
 * Who released or withdrew an unusual wave, and why.
 *
 * @param by the person's name
 * @param reason in their own words; empty where none were given
 */
public record Verdict(String by, String reason) {}
