package org.minyi.contact;

import java.time.Instant;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;

/**
 * One dealing a person had with the police, as a source system told it.
 *
 * @param reference what the source system calls it; with the source it is unique
 * @param unitCode twelve digits; whether such a unit exists is another question
 * @param officer badge or user id; null when not told
 * @param line null when no phone was told
 */
public record Contact(
        ContactId id,
        String source,
        String reference,
        String module,
        String business,
        Instant servedAt,
        String unitCode,
        String officer,
        PersonId person,
        LineId line) {}
