package org.minyi.channel.phone;

import java.time.Instant;
import org.minyi.citizen.LineId;

/**
 * A call to the public hotline was picked up by whomever, and the line is known; told again with whatever else is heard of
 * it.
 *
 * @param at when it was picked up
 */
public record LineAnswered(LineId line, Instant at) {}
