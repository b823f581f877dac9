package org.minyi.survey;

/**
 * What a second person decided about an unusual wave, to let it go out or to withdraw it, and why.
 *
 * @param by the person's name
 * @param reason in their own words; empty where none were given
 */
public record Release(String by, String reason) {}
