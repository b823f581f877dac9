package org.minyi.citizen;

import java.util.UUID;

/** Stands for the mail address of a person wherever the address must not stand. */
public record MailboxId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
