package org.minyi.counter;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.minyi.citizen.WordsBook;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.RaisedMatter;
import org.minyi.organisation.UnitCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Taking up a matter again that ended, within a window and with a reason. What ended stays ended, with its verdicts and
 * figures: a new matter goes on for it, exactly one, about whomever the first was about.
 */
@Service
public class Reopening {

    /** Decided by the director, or never ours: neither is taken up by asking again. */
    private static final Set<String> FOR_GOOD = Set.of("FINAL_DISPOSAL", "TRANSFERRED");

    private final Complaints complaints;
    private final WordsBook book;
    private final CounterSettings settings;
    private final Clock clock;

    Reopening(Complaints complaints, WordsBook book, CounterSettings settings, Clock clock) {
        this.complaints = complaints;
        this.book = book;
        this.settings = settings;
        this.clock = clock;
    }

    /** Until when it can be taken up; nothing for a matter that is open, ended for good, too long ago, or taken up. */
    public Optional<Instant> until(Complaint matter) {
        return Optional.of(matter)
                .filter(one -> one.state() == Complaint.State.CLOSED)
                .filter(one -> !FOR_GOOD.contains(one.outcome()))
                .map(one -> one.closedAt().plus(settings.reopenWithin()))
                .filter(end -> clock.instant().isBefore(end))
                .filter(end -> takenUpAs(matter).isEmpty());
    }

    /** The matter that went on for it. */
    Optional<Complaint> takenUpAs(Complaint matter) {
        return complaints.find(channel(matter), reference(matter));
    }

    /** Takes it up with a reason. False when it cannot be, or no longer. */
    @Transactional
    public boolean takeUp(Complaint matter, String reason) {
        if (until(matter).isEmpty()) {
            return false;
        }
        complaints.raise(new RaisedMatter(
                channel(matter),
                reference(matter),
                matter.kind(),
                matter.contact(),
                matter.person(),
                matter.line(),
                book.keep(matter.person(), reason),
                matter.business(),
                Optional.ofNullable(matter.respondentUnit())
                        .map(UnitCode::value)
                        .orElse(matter.told().unit()),
                Optional.ofNullable(matter.respondentOfficer())
                        .orElse(matter.told().officer()),
                Channel.WEB.code()));
        return true;
    }

    /** What was said in confidence stays so. */
    private static Channel channel(Complaint matter) {
        return matter.channel() == Channel.POLICE_HOTLINE ? Channel.POLICE_HOTLINE : Channel.WEB;
    }

    private static String reference(Complaint matter) {
        return "reopened-" + matter.id();
    }
}
