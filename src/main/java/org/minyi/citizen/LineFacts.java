package org.minyi.citizen;

/** What may be known about a line without seeing its number. */
public record LineFacts(LineKind kind, boolean optedOut) {}
