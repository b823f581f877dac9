package org.minyi.citizen;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people Minyi deals with. Whoever asks gets ids and facts; a name or number only by a look that is recorded. */
@Service
public class Citizens {

    private final CitizenTables tables;
    private final Enrolment enrolment;
    private final ForgettingTables looks;
    private final CitizenSettings settings;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Citizens(
            CitizenTables tables,
            Enrolment enrolment,
            ForgettingTables looks,
            CitizenSettings settings,
            Evidence evidence,
            ApplicationEventPublisher events,
            Clock clock) {
        this.looks = looks;
        this.settings = settings;
        this.evidence = evidence;
        this.tables = tables;
        this.enrolment = enrolment;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Finds or creates each person and their line, in a set; answers in the order asked. The same name on the same line
     * is the same person; without a phone nobody is recognised again.
     *
     * @throws NotAPhone when a phone is none; {@link PhoneReading} tells beforehand
     */
    @Transactional
    public List<Enrolled> enrol(List<Told> told) {
        return enrolment.enrol(told);
    }

    /** The line of each number as typed, found or created; a number that is none is left out. */
    @Transactional
    public Map<String, LineId> lines(Collection<String> numbers) {
        var readings = new HashMap<String, PhoneReading.Phone>();
        for (var typed : numbers) {
            if (PhoneReading.of(typed) instanceof PhoneReading.Phone number) {
                readings.put(typed, number);
            }
        }
        var lines = enrolment.lines(readings.values());
        var answer = new HashMap<String, LineId>();
        readings.forEach((typed, number) -> answer.put(typed, lines.get(number.digits())));
        return answer;
    }

    /** What may be known of the lines without their numbers. */
    public Map<LineId, LineFacts> facts(Collection<LineId> lines) {
        return tables.facts(lines);
    }

    /** Those among the persons who are under age. */
    public Set<PersonId> minors(Collection<PersonId> persons) {
        return tables.minors(persons);
    }

    /** Nobody asks on this line again; the rooms above are told. */
    @Transactional
    public void optOut(LineId line) {
        tables.optOut(line, clock.instant());
        evidence.keep(Fact.of(Deed.OPTED_OUT, Fact.MINYI).with("line", line));
        events.publishEvent(new LineOptedOut(line));
    }

    /** Those among the lines on which nobody is to be asked. */
    public Set<LineId> optedOut(Collection<LineId> lines) {
        return tables.optedOut(lines);
    }

    /** The numbers themselves, for the transport of messages alone. */
    public Map<LineId, String> numbers(Collection<LineId> lines) {
        return tables.numbers(lines);
    }

    /** Everybody known on a line. */
    public List<PersonId> onLine(LineId line) {
        return tables.personsOn(line);
    }

    /**
     * Who speaks on a line: whoever is known there by the name that was said; else that person, who is known there from
     * now on. Who has a line of their own keeps it.
     *
     * @param said null where nobody said who they are
     * @param line null where the number is withheld
     */
    @Transactional
    public PersonId speaks(PersonId said, LineId line) {
        return enrolment.speaks(said, line);
    }

    /**
     * Takes out of any text what tells who this person is; shows nothing, so nothing is recorded.
     *
     * @param person null where nobody knows whom it is about: then numbers alone are taken out
     * @param hotline the office's own number, which stays: it stands in every letter
     */
    public UnaryOperator<String> withoutTraceOf(PersonId person, String hotline) {
        var names =
                Optional.ofNullable(person).flatMap(tables::face).map(face -> Stream.of(face.name(), face.address()));
        return Redaction.ofAllBut(names.orElseGet(Stream::empty), hotline)::of;
    }

    /**
     * Takes this person's own name, address and number out of what is written to them: a letter stays readable in the
     * outbox. Other numbers stay, they are whom to call.
     */
    public UnaryOperator<String> unnamed(PersonId person) {
        return tables.face(person)
                .map(face -> Redaction.ofOne(Stream.of(face.name(), face.address()), face.number()))
                .<UnaryOperator<String>>map(redaction -> redaction::of)
                .orElse(UnaryOperator.identity());
    }

    /**
     * Shows a person to a user and records that they looked.
     *
     * @param matterId the matter they look for; null outside any
     * @param full name, number and address as they are, for dialling; masked otherwise, and when the user has seen as many
     *     people today as one may ({@link Face#withheld()})
     */
    @Transactional
    public Face lookAt(PersonId person, String userId, UUID matterId, boolean full) {
        var face = tables.face(person)
                .orElseThrow(() -> new IllegalArgumentException("nobody is known as person " + person));
        var today = clock.instant().atZone(clock.getZone()).toLocalDate();
        if (full && !looks.count(userId, today, person, settings.looksPerDay())) {
            evidence.keep(Fact.of(Deed.IDENTITY_REFUSED, userId)
                    .about(matterId)
                    .with("person", person)
                    .with("because", "DAILY_QUOTA"));
            return face.masked(true);
        }
        evidence.keep(Fact.of(Deed.IDENTITY_SEEN, userId)
                .about(matterId)
                .with("person", person)
                .with("shown", full ? "FULL" : "MASKED"));
        return full ? face : face.masked(false);
    }
}
