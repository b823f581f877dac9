package org.minyi.channel.mail;

import java.util.UUID;

/** The mail server took it. That is no proof that anybody got it, or read it. */
public record MailAccepted(UUID mail) {}
