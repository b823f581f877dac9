package org.minyi.channel.mail;

import java.util.UUID;

/**
 * It will not be sent any more.
 *
 * @param reason the SMTP code ({@code 550 5.1.1}), or {@code UNREADY} where its files could not be made
 */
public record MailRefused(UUID mail, String reason) {}
