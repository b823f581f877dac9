package org.minyi.channel.phone;

import java.util.UUID;
import org.minyi.citizen.LineId;

/**
 * Somebody here has picked up a call to a hotline; told once.
 *
 * @param line null where the number is withheld, and always of the police hotline
 * @param user who picked up
 */
public record CallAnswered(UUID call, Hotline hotline, LineId line, String user) {}
