/** Mail to units: the outbox, the port to the mail server, and what comes back undelivered. */
@org.springframework.modulith.NamedInterface("mail")
package org.minyi.channel.mail;
