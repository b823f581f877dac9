package org.minyi.supervision;

import java.util.UUID;
import org.minyi.calendar.Deadline;
import org.minyi.calendar.Deadlines;
import org.minyi.organisation.Level;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The work reminder letter to a unit that is late. The centre writes none to itself. */
@Service
public class Reminding {

    /** That a letter was received: a letter about that would want to be received itself, and so on for ever. */
    private static final String SERVICE = "serve-notice.";

    private final Overdue overdue;
    private final Deadlines deadlines;
    private final Supervision supervision;

    Reminding(Overdue overdue, Deadlines deadlines, Supervision supervision) {
        this.overdue = overdue;
        this.deadlines = deadlines;
        this.supervision = supervision;
    }

    /**
     * Writes the letter, once for a step, and answers whether the step is late at all by now.
     *
     * @param matter null for what is no matter: a wave, a question to the custodian
     */
    @Transactional
    public boolean late(UUID deadline, UUID matter, int round) {
        if (!overdue.isLate(deadline)) {
            return false;
        }
        deadlines
                .find(deadline)
                .filter(one -> matter != null && isBelowTheCentre(one))
                .filter(one -> !one.turn().name().startsWith(SERVICE))
                .ifPresent(one -> supervision.remindLate(matter, one.turn().unit(), round, deadline, one.due()));
        return true;
    }

    private boolean isBelowTheCentre(Deadline deadline) {
        return overdue.level(deadline.turn().unit()) != Level.CENTRE;
    }
}
