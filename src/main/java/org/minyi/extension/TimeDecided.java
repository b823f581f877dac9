package org.minyi.extension;

/** Somebody decided on more time, or nobody had to any more; the request as it stands now. */
public record TimeDecided(TimeRequest request) {}
