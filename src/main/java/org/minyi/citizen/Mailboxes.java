package org.minyi.citizen;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where people who wrote by mail are answered. A sender's address is what the letter says of itself: it is written to, and
 * nobody is known by it.
 */
@Service
public class Mailboxes {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final int A_MONTH = 3;

    private final MailAddressTables tables;
    private final Clock clock;

    Mailboxes(MailAddressTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** Notes the address of somebody just enrolled. */
    @Transactional
    public MailboxId keep(PersonId person, String address) {
        var id = new MailboxId(UuidCreator.getTimeOrderedEpoch());
        tables.insert(id, person, address);
        return id;
    }

    /** Where this person is written to; nothing when no address is known, or none any more. */
    public Optional<MailboxId> of(PersonId person) {
        return tables.of(person);
    }

    /** The address itself, for the transport of mail alone. */
    public Optional<String> address(MailboxId id) {
        return tables.address(id);
    }

    /**
     * Counts that this letter is acknowledged. False when its address was told so today, or three times within thirty
     * days: whoever writes in another's name must not fill their mailbox, and two machines must not write to each other
     * for ever.
     */
    @Transactional
    public boolean countAcknowledgement(MailboxId id) {
        return tables.acknowledge(id, clock.instant(), DAY, MONTH, A_MONTH);
    }
}
