package org.minyi.contact;

import java.time.Instant;
import org.minyi.citizen.Told;

/** A contact as it was told, checked and not yet written. */
record NewContact(
        String source,
        String reference,
        String module,
        String business,
        Instant servedAt,
        String unit,
        String officer,
        Told who) {

    record Key(String source, String reference) {}

    Key key() {
        return new Key(source, reference);
    }

    /** Shows only what identifies the record, never the person. */
    @Override
    public String toString() {
        return "NewContact[" + source + " " + reference + "]";
    }
}
