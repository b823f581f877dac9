package org.minyi.callback;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.minyi.channel.phone.PhoneCalls;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.FourEyes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Speaking to people: calls, every attempt, and the verdict that somebody cannot be reached. */
@Service
public class ReturnCalls {

    private final CallTables tables;
    private final Callees callees;
    private final PhoneCalls phone;
    private final Clock clock;

    ReturnCalls(CallTables tables, Callees callees, PhoneCalls phone, Clock clock) {
        this.phone = phone;
        this.tables = tables;
        this.callees = callees;
        this.clock = clock;
    }

    /** Whom to call about a matter that a unit was to put right. */
    public PersonId callee(UUID matter) {
        return callees.callee(matter);
    }

    /** Opens the call of a matter's round; asked again, answers the same call. */
    @Transactional
    public CallId open(UUID matter, int round, PersonId person) {
        tables.insertCall(new CallId(UuidCreator.getTimeOrderedEpoch()), matter, round, person, clock.instant());
        return tables.callOf(matter, round);
    }

    /**
     * Notes an attempt; whatever the caller dialled for it, and no earlier attempt was, is its.
     *
     * @param words what the person said; null when nothing was noted
     */
    @Transactional
    public Attempt note(CallId call, String caller, CallOutcome outcome, WordsId words) {
        var number = tables.attempts(call, clock.getZone()).size() + 1;
        var attempt = new Attempt(
                UuidCreator.getTimeOrderedEpoch(),
                number,
                clock.instant().atZone(clock.getZone()),
                caller,
                outcome,
                words);
        tables.insertAttempt(call, attempt);
        var about = tables.call(call);
        phone.become(attempt.id(), caller, about.matter(), about.openedAt());
        return attempt;
    }

    /** Refuses whoever made the last call: unreachable is what two people found. */
    public void mustBeSecondPerson(CallId call, String user) {
        var attempts = tables.attempts(call, clock.getZone());
        FourEyes.mustBeSecond(
                attempts.isEmpty() ? null : attempts.get(attempts.size() - 1).caller(),
                user,
                "You made the last call yourself: a second person has to confirm that nobody can be reached.");
    }

    /**
     * Keeps the second person's verdict on a call without an answer.
     *
     * @param words the reasons; null only where the person is called again
     */
    @Transactional
    public void judge(CallId call, String user, boolean unreachable, WordsId words) {
        mustBeSecondPerson(call, user);
        if (unreachable && words == null) {
            throw new ReasonsMissing();
        }
        tables.insertVerdict(call, new CallVerdict(clock.instant(), user, unreachable, words));
    }

    /** Ends the call; its outcome goes back to the process that wanted it. */
    @Transactional
    public void conclude(CallId id, CallOutcome outcome, CallReason reason) {
        tables.conclude(id, outcome, reason, clock.instant());
    }

    /** All calls with a person, oldest first. */
    public List<ReturnCall> of(PersonId person) {
        return tables.callsWith(person);
    }

    /** All calls about a matter, oldest first. */
    public List<ReturnCall> about(UUID matter) {
        return tables.callsAbout(matter);
    }

    public List<Attempt> attempts(CallId call) {
        return tables.attempts(call, clock.getZone());
    }

    public List<CallVerdict> verdicts(CallId call) {
        return tables.verdicts(call);
    }
}
