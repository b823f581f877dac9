package org.minyi.complaint;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.minyi.citizen.WordsId;
import org.minyi.complaint.Suggestion.Reason;
import org.minyi.organisation.CentreSettings;
import org.minyi.organisation.CentreText;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Matters that look like an earlier one. They are suggested with reasons and joined by a person only, and only to a
 * matter that is still open: joined to a closed one, nobody would go on for the person.
 */
@Service
public class Duplicates {

    /** A closed matter is remembered this long. */
    private static final Period MEMORY = Period.ofDays(60);

    private final ComplaintTables tables;
    private final Letters letters;
    private final CentreText texts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Duplicates(
            ComplaintTables tables,
            Letters letters,
            CentreSettings centre,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tables = tables;
        this.letters = letters;
        this.texts = new CentreText("complaint", centre);
        this.events = events;
        this.clock = clock;
    }

    /** Looks for earlier matters of the same person or line about the same unit, business or contact. */
    @Transactional
    public List<Suggestion> suggest(ComplaintId id) {
        var matter = tables.get(id);
        var since = clock.instant().atZone(clock.getZone()).minus(MEMORY).toInstant();
        var suggestions = tables.earlier(matter, since).stream()
                .map(other -> new Suggestion(other, reasons(matter, other)))
                .toList();
        tables.replaceSuggestions(id, suggestions);
        return suggestions;
    }

    /** What was suggested for a matter, latest first, as the others stand now. */
    public List<Suggestion> of(ComplaintId id) {
        return tables.suggestions(id);
    }

    /** The suggested matters that are still open. */
    public List<Complaint> joinable(ComplaintId id) {
        return of(id).stream().map(Suggestion::other).filter(Complaint::isOpen).toList();
    }

    /** The suggestions as an officer reads them: numbers, titles and reasons, nothing of the person. */
    public String inWords(List<Suggestion> suggestions) {
        return suggestions.stream()
                .map(suggestion -> "%s %s: %s"
                        .formatted(
                                suggestion.other().number(),
                                suggestion.other().title(),
                                suggestion.reasons().stream().map(texts::of).collect(joining(", "))))
                .collect(joining("\n\n"));
    }

    /** Keeps that the matter is one of its own. */
    @Transactional
    public void keepApart(ComplaintId id, String by, WordsId words) {
        tables.insertStep(id, new ComplaintStep("duplicate", clock.instant(), by, "NEW", words));
    }

    /**
     * Joins the matter to another, which goes on for both. The person reads under which number, where they can be written
     * to; whoever cannot is told with the other's end.
     */
    @Transactional
    public void join(ComplaintId id, ComplaintId other, String by, WordsId words) {
        var goesOn = joinable(id).stream()
                .filter(open -> open.id().equals(other))
                .findFirst()
                .orElseThrow(NotJoinable::new);
        tables.join(id, other, clock.instant());
        tables.insertStep(id, new ComplaintStep("duplicate", clock.instant(), by, "JOINED", words));
        letters.sendAbout(tables.get(id), "sms.joined", goesOn.number());
        events.publishEvent(new ComplaintJoined(id, goesOn.number()));
    }

    private static List<Reason> reasons(Complaint matter, Complaint other) {
        var reasons = new ArrayList<Reason>();
        reasons.add(matter.person().equals(other.person()) ? Reason.SAME_PERSON : Reason.SAME_LINE);
        if (same(matter.contact(), other.contact())) {
            reasons.add(Reason.SAME_CONTACT);
        }
        if (same(matter.respondentUnit(), other.respondentUnit())) {
            reasons.add(Reason.SAME_UNIT);
        }
        if (same(matter.business(), other.business())) {
            reasons.add(Reason.SAME_BUSINESS);
        }
        reasons.add(other.isOpen() ? Reason.STILL_OPEN : Reason.RECENT);
        return reasons;
    }

    private static boolean same(Object one, Object other) {
        return one != null && Objects.equals(one, other);
    }
}
