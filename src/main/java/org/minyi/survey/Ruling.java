package org.minyi.survey;

/** What survey-eligibility.dmn says: ask or not, and why. */
public record Ruling(boolean ask, String reason) {}
