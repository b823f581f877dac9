package org.minyi.channel.mail;

import java.util.UUID;

/**
 * It came back after it was taken.
 *
 * @param reason the SMTP code of the report, for example {@code 550 5.1.1}
 */
public record MailBounced(UUID mail, String reason) {}
