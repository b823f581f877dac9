package org.minyi.survey;

/**
 * A wave was stopped on its way.
 *
 * @param wasSent whether anybody may still answer; otherwise there is nothing to wait for
 */
public record WaveStopped(WaveId wave, boolean wasSent) {}
