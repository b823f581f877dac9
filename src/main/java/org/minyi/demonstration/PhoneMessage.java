package org.minyi.demonstration;

import java.time.Instant;

/**
 * A message on a citizen's phone.
 *
 * @param service our number with the extension, as the phone shows it
 * @param incoming written by the citizen
 */
record PhoneMessage(
        long id,
        String gatewayId,
        String phone,
        String service,
        String extension,
        boolean incoming,
        String text,
        Instant at,
        String state) {

    @Override
    public String toString() {
        return "PhoneMessage[gatewayId=" + gatewayId + "]";
    }
}
