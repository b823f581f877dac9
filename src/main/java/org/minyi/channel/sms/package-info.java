/** SMS: the outbox, and the port that every operator link speaks. */
@org.springframework.modulith.NamedInterface("sms")
package org.minyi.channel.sms;
