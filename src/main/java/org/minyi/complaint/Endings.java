package org.minyi.complaint;

import java.time.Clock;
import org.minyi.citizen.WordsId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ways a matter ends. Each is either what the person said or the reasoned verdict of somebody above; a bad answer
 * alone ends nothing.
 */
@Service
public class Endings {

    private static final String MACHINE = "minyi";
    /** How a work order ends that the person called settled. */
    private static final String SATISFIED = "SATISFIED";

    private static final String TRANSFERRED = "TRANSFERRED";
    private static final String WITHDRAWN = "WITHDRAWN";

    private final ComplaintTables tables;
    private final Letters letters;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Endings(ComplaintTables tables, Letters letters, ApplicationEventPublisher events, Clock clock) {
        this.tables = tables;
        this.letters = letters;
        this.events = events;
        this.clock = clock;
    }

    /** The person said on the telephone that the matter is settled. */
    @Transactional
    public void settledByPhone(ComplaintId id) {
        end(id, "SETTLED_BY_PHONE", MACHINE, null);
    }

    /**
     * Nobody can be reached, which a second person confirmed with reasons (see the call's verdicts). An SMS says so, where
     * one can be read; there is no other way left to tell them.
     */
    @Transactional
    public void unreachable(ComplaintId id) {
        letters.send(tables.get(id), "sms.unreachable", null);
        end(id, "UNREACHABLE", MACHINE, null);
    }

    /** Tells the person where to turn. False when they cannot be written to and have to be told otherwise. */
    @Transactional
    public boolean transferred(ComplaintId id, String by, WordsId whereToTurn) {
        if (whereToTurn == null) {
            throw new ReasonsMissing(TRANSFERRED);
        }
        var matter = tables.get(id);
        var written = letters.send(matter, "sms.transferred", whereToTurn);
        end(id, TRANSFERRED, by, whereToTurn);
        return written || asksWithTheReceipt(matter);
    }

    /** Sends the person the answer. False when they cannot be written to and have to be told otherwise. */
    @Transactional
    public boolean answered(ComplaintId id, String by, WordsId answer) {
        var matter = tables.get(id);
        var written = letters.send(matter, "sms.answered", answer);
        end(id, "ANSWERED", by, answer);
        return written || asksWithTheReceipt(matter);
    }

    /**
     * A reviewer confirms that the matter is withdrawn, or cannot be pursued: it ends, and the person is told. False when
     * they cannot be written to and have to be told otherwise.
     *
     * @param reasons for the colleagues; the person does not read them
     */
    @Transactional
    public boolean withdrawn(ComplaintId id, String by, WordsId reasons) {
        if (reasons == null) {
            throw new ReasonsMissing(WITHDRAWN);
        }
        var matter = tables.get(id);
        var written = letters.send(matter, "sms.withdrawn", null);
        end(id, WITHDRAWN, by, reasons);
        return written || asksWithTheReceipt(matter);
    }

    /** A reviewer does not accept that the matter is withdrawn: it goes back to triage. */
    @Transactional
    public void notWithdrawn(ComplaintId id, String by, WordsId reasons) {
        tables.insertStep(id, new ComplaintStep("withdrawal", clock.instant(), by, "REFUSED", reasons));
    }

    /**
     * The work order has ended and written to the person; the source reads the outcome here. False when they could not be
     * written to and have to be told otherwise. Who said themselves that it is settled knows.
     */
    @Transactional
    public boolean settled(ComplaintId id, String outcome) {
        var matter = tables.get(id);
        if (!outcome.equals(SATISFIED)) {
            letters.sendByMailAlone(matter, "sms.settled");
        }
        end(id, outcome, MACHINE, null);
        return outcome.equals(SATISFIED) || letters.canBeRead(matter) || asksWithTheReceipt(matter);
    }

    /** An officer who stays unnamed, or left no number: nobody can tell them, and they were given a receipt to ask with. */
    private static boolean asksWithTheReceipt(Complaint matter) {
        return matter.channel() == Channel.POLICE_HOTLINE && matter.line() == null;
    }

    /**
     * How a person who cannot be written to was told.
     *
     * @param how PHONE, LETTER, IN_PERSON or NOT_POSSIBLE
     */
    @Transactional
    public void told(ComplaintId id, String how, String by, WordsId words) {
        tables.insertStep(id, new ComplaintStep("told", clock.instant(), by, how, words));
    }

    private void end(ComplaintId id, String outcome, String by, WordsId words) {
        var now = clock.instant();
        tables.insertStep(id, new ComplaintStep("closed", now, by, outcome, words));
        tables.close(id, outcome, now);
        events.publishEvent(new ComplaintClosed(id, outcome, words));
    }
}
