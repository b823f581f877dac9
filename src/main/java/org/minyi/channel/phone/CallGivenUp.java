package org.minyi.channel.phone;

import java.time.Instant;
import java.util.UUID;
import org.minyi.citizen.LineId;

/**
 * A call to the public hotline was over before anybody picked up, and the line is known; told again with whatever else is
 * heard of it. Of the police hotline nothing is told, for it has no line; nor of a call whose end nobody heard.
 *
 * @param at when it began
 */
public record CallGivenUp(UUID call, LineId line, Instant at) {}
