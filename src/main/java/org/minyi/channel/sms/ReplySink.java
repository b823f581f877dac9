package org.minyi.channel.sms;

import java.time.Instant;
import java.util.List;
import org.minyi.citizen.LineId;

/** Who keeps what citizens write to us. Called inside the transaction that is committed before the operator is told. */
public interface ReplySink {

    void store(List<Written> written);

    /** A citizen's message, its number already replaced by the line's id. */
    record Written(String operatorRef, LineId line, String extension, String text, Instant receivedAt) {

        @Override
        public String toString() {
            return "Written[operatorRef=" + operatorRef + "]";
        }
    }
}
