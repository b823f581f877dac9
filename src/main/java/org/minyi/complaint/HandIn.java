package org.minyi.complaint;

import java.util.List;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.Told;
import org.minyi.citizen.upload.UploadAnswer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Matters of other systems: checked, the person sealed, taken in once. */
@Service
public class HandIn {

    private final Complaints complaints;
    private final HandInCheck check;
    private final Citizens citizens;
    private final Keeping keeping;

    HandIn(Complaints complaints, HandInCheck check, Citizens citizens, Keeping keeping) {
        this.complaints = complaints;
        this.check = check;
        this.citizens = citizens;
        this.keeping = keeping;
    }

    /** Everything that is wrong with a matter as it is handed in; nothing where it would be taken in. */
    public List<Fault> faults(HandedIn matter) {
        return check.faults(matter);
    }

    @Transactional
    public HandInAnswer take(HandedIn matter) {
        return take(matter, List.of());
    }

    /**
     * With files.
     *
     * @param files in the order in which they were handed in, checked
     */
    @Transactional
    public HandInAnswer take(HandedIn matter, List<UploadAnswer.Accepted> files) {
        var faults = check.faults(matter);
        if (!faults.isEmpty()) {
            return new HandInAnswer.Refused(faults);
        }
        var channel = Channel.of(matter.channel()).orElseThrow();
        var known = complaints.find(channel, matter.reference());
        if (known.isPresent()) {
            return new HandInAnswer.Taken(known.get(), false);
        }
        var id = complaints.raise(sealed(matter, channel, files));
        return new HandInAnswer.Taken(complaints.find(id).orElseThrow(), true);
    }

    private RaisedMatter sealed(HandedIn matter, Channel channel, List<UploadAnswer.Accepted> files) {
        var person = citizens.enrol(List.of(new Told(matter.name(), matter.phone(), matter.minor(), matter.address())))
                .get(0);
        return new RaisedMatter(
                channel,
                matter.reference(),
                matter.kind() == null ? Kind.COMPLAINT : Kind.valueOf(matter.kind()),
                null,
                person.person(),
                person.line(),
                keeping.words(person.person(), matter.words()),
                matter.business(),
                matter.unit(),
                matter.officer(),
                channel.code(),
                keeping.files(person.person(), files));
    }
}
