package org.minyi.channel.sms;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minyi.citizen.LineId;
import org.springframework.stereotype.Service;

/** What was written to whom, and where it stands. */
@Service
public class SmsThread {

    private final SmsTables tables;

    SmsThread(SmsTables tables) {
        this.tables = tables;
    }

    /** Everything written to a line, oldest first. */
    public List<SmsRecord> ofLine(LineId line) {
        return tables.ofLine(line);
    }

    /** Where these messages stand; an id that was never put is left out. */
    public Map<UUID, SmsState> states(Collection<UUID> messages) {
        return messages.isEmpty() ? Map.of() : tables.states(messages);
    }
}
