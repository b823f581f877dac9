/** Telephone calls: dialling for people, and what exchanges tell of calls. Transport, no rules. */
@org.springframework.modulith.NamedInterface("phone")
package org.minyi.channel.phone;
