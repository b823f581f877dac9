package org.minyi.channel.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;

/** How the letter box does, for whoever answers for it. Figures only. */
@Service
public class LetterReport {

    private static final Duration LOOKED_BACK = Duration.ofDays(30);

    private final MailSettings settings;
    private final LetterTables tables;
    private final Clock clock;

    LetterReport(MailSettings settings, LetterTables tables, Clock clock) {
        this.settings = settings;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * The box as it stands.
     *
     * @param named whether there is one
     * @param readAt when it was last read; null when never
     * @param awaySince since when it cannot be read; null while it can
     * @param taken letters that became matters, in all
     * @param aside what else came within thirty days, by why it was set aside
     * @param folder where in the mailbox that lies
     */
    public record Box(
            boolean named, Instant readAt, Instant awaySince, long taken, Map<Aside, Integer> aside, String folder) {}

    /** As it stands now. */
    public Box box() {
        var state = tables.state();
        return new Box(
                settings.letters().isRead(),
                state.readAt(),
                state.awaySince(),
                state.taken(),
                tables.asideSince(clock.instant().minus(LOOKED_BACK)),
                settings.letters().aside());
    }
}
