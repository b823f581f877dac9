package org.minyi.responsibility;

/** A verdict counts from now on; where an objection was upheld, as it was corrected. */
public record VerdictSettled(Responsibility responsibility) {}
