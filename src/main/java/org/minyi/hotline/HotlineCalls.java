package org.minyi.hotline;

import java.util.List;
import java.util.Optional;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.channel.phone.PhoneCalls;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.Told;
import org.minyi.complaint.Channel;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.RaisedMatter;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls to the hotlines, and the matters that come of them. */
@Service
public class HotlineCalls {

    /** What a matter's reference begins with that came by telephone; the call's id follows. */
    public static final String CALL = "call-";

    private static final Told SOMEBODY = new Told("", null, false);

    private final PhoneCalls calls;
    private final Complaints complaints;
    private final Citizens citizens;
    private final Evidence evidence;

    HotlineCalls(PhoneCalls calls, Complaints complaints, Citizens citizens, Evidence evidence) {
        this.calls = calls;
        this.complaints = complaints;
        this.citizens = citizens;
        this.evidence = evidence;
    }

    /** Who calls, where one person alone is known on the line: among several nobody guesses. */
    public Optional<PersonId> whoCalls(LineId line) {
        var known = line == null ? List.<PersonId>of() : citizens.onLine(line);
        return known.size() == 1 ? Optional.of(known.get(0)) : Optional.empty();
    }

    /** Raises what a citizen said on the public hotline; the same call raises one matter. */
    @Transactional
    public ComplaintId raise(TakenCall taken) {
        var called = calls.find(taken.call()).map(call -> call.line()).orElse(null);
        var line = taken.line() == null ? called : taken.line();
        return raise(taken, Channel.HOTLINE, citizens.speaks(taken.person(), line), line);
    }

    /** Raises what an officer said on the police hotline; of one who stays unnamed nothing is known but the words. */
    @Transactional
    public ComplaintId raiseInConfidence(TakenCall taken) {
        var person = taken.person() == null
                ? citizens.enrol(List.of(SOMEBODY)).get(0).person()
                : taken.person();
        return raise(taken, Channel.POLICE_HOTLINE, person, taken.line());
    }

    private ComplaintId raise(TakenCall taken, Channel channel, PersonId person, LineId line) {
        var matter = complaints.raise(new RaisedMatter(
                channel,
                CALL + taken.call(),
                taken.kind(),
                null,
                person,
                line,
                taken.words(),
                taken.business(),
                taken.unit(),
                null,
                taken.by()));
        calls.becameMatter(taken.call(), matter.value());
        evidence.keep(Fact.of(Deed.CALL_TAKEN, taken.by()).about(matter.value()).with("call", taken.call()));
        return matter;
    }
}
