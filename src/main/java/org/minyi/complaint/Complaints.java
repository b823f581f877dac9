package org.minyi.complaint;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minyi.citizen.AttachmentId;
import org.minyi.citizen.PersonId;
import org.minyi.contact.Businesses;
import org.minyi.organisation.CentreSettings;
import org.minyi.organisation.CentreText;
import org.minyi.organisation.Members;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.minyi.workorder.Complainants;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Matters as people raise them: taken in once, found again. */
@Service
public class Complaints implements Complainants {

    private final ComplaintTables tables;
    private final Respondents respondents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Complaints(ComplaintTables tables, Respondents respondents, ApplicationEventPublisher events, Clock clock) {
        this.tables = tables;
        this.respondents = respondents;
        this.events = events;
        this.clock = clock;
    }

    /** Takes a matter in and starts its process; the same reference of the same channel is the same matter. */
    @Transactional
    public ComplaintId raise(RaisedMatter matter) {
        return tables.find(matter.channel(), matter.reference())
                .map(Complaint::id)
                .orElseGet(() -> begin(matter));
    }

    /** Takes a matter in for a process that runs already. */
    @Transactional
    public Complaint take(RaisedMatter matter) {
        var id = new ComplaintId(UuidCreator.getTimeOrderedEpoch());
        write(id, matter);
        return tables.get(id);
    }

    public Optional<Complaint> find(ComplaintId id) {
        return tables.find(id);
    }

    /** Those of them that there are, in no order. */
    public List<Complaint> find(Collection<ComplaintId> ids) {
        return ids.isEmpty() ? List.of() : tables.find(ids);
    }

    /** The matter a channel knows by this reference. */
    public Optional<Complaint> find(Channel channel, String reference) {
        return tables.find(channel, reference);
    }

    /** What a client handed in, latest first. */
    public List<Complaint> handedIn(HandedInSearch search, int most) {
        return tables.handedIn(search, most);
    }

    /** The matter of this number, as people say it: {@code 2026-000123}. */
    public Optional<Complaint> numbered(String number) {
        return tables.numbered(number);
    }

    /** A person's matters, latest first. */
    public List<Complaint> of(PersonId person) {
        return tables.of(person);
    }

    @Override
    public Complainant complainant(UUID complaint) {
        var matter = tables.get(new ComplaintId(complaint));
        return new Complainant(matter.person(), matter.line());
    }

    @Override
    public Optional<String> title(UUID complaint) {
        return tables.find(new ComplaintId(complaint)).map(Complaint::title);
    }

    /** One page of the matters that somebody may see, latest first. */
    public List<Complaint> page(MatterSearch search) {
        return tables.page(search);
    }

    /** What was decided about a matter, oldest first. */
    public List<ComplaintStep> steps(ComplaintId id) {
        return tables.steps(id);
    }

    /** What was handed in with a matter, in that order. */
    public List<AttachmentId> attachments(ComplaintId id) {
        return tables.attachments(id);
    }

    /** The matter a file was handed in with. */
    public Optional<ComplaintId> handedInWith(AttachmentId file) {
        return tables.handedInWith(file);
    }

    private ComplaintId begin(RaisedMatter matter) {
        var id = new ComplaintId(UuidCreator.getTimeOrderedEpoch());
        if (!write(id, matter)) {
            // Somebody else raised it in this very moment.
            return tables.find(matter.channel(), matter.reference())
                    .orElseThrow()
                    .id();
        }
        events.publishEvent(new ComplaintRaised(id, matter.channel()));
        return id;
    }

    private boolean write(ComplaintId id, RaisedMatter matter) {
        var now = clock.instant().atZone(clock.getZone());
        var number = "%d-%06d".formatted(now.getYear(), tables.nextNumber());
        return tables.insert(
                id,
                number,
                respondents.title(matter.business(), matter.kind()),
                matter,
                respondents.unit(matter.unit()).map(UnitCode::value).orElse(null),
                respondents.officer(matter.officer()).orElse(null),
                now.toInstant());
    }

    /** What the city knows of whoever is complained about. */
    @Service
    static class Respondents {

        private final Units units;
        private final Members members;
        private final Businesses businesses;
        private final CentreText texts;

        Respondents(Units units, Members members, Businesses businesses, CentreSettings centre) {
            this.units = units;
            this.members = members;
            this.businesses = businesses;
            this.texts = new CentreText("complaint", centre);
        }

        /** The unit as told, if it is one of ours. */
        Optional<UnitCode> unit(String told) {
            return Optional.ofNullable(told)
                    .filter(code -> code.matches("\\d{12}"))
                    .map(UnitCode::new)
                    .filter(code -> units.find(code).isPresent());
        }

        /** The officer as told, if it is a login of ours: a badge alone keeps nobody from a task. */
        Optional<String> officer(String told) {
            return Optional.ofNullable(told).filter(user -> members.find(user).isPresent());
        }

        String title(String business, Kind kind) {
            return business == null ? texts.of(kind) : businesses.nameOf(business);
        }

        String title(String business, Kind kind, Category category) {
            return title(business, kind) + " – " + texts.of(category);
        }
    }
}
