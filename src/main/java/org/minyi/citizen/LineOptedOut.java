package org.minyi.citizen;

/** Whoever holds this line does not want to be asked any more. Told in the transaction in which it is kept. */
public record LineOptedOut(LineId line) {}
