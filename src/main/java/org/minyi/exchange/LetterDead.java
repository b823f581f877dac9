package org.minyi.exchange;

/** A message went no further by itself, or wants a person; heard by the process that brings it to one. */
public record LetterDead(Letter letter) {}
