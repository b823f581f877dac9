package org.minyi.complaint;

import java.time.Clock;
import org.minyi.organisation.UnitCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whose matter it is, how grave, and who is complained about. */
@Service
public class Triage {

    private final ComplaintTables tables;
    private final Complaints.Respondents respondents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Triage(ComplaintTables tables, Complaints.Respondents respondents, ApplicationEventPublisher events, Clock clock) {
        this.tables = tables;
        this.respondents = respondents;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps the verdict; the matter has its title, category and respondent from now on. */
    @Transactional
    public Complaint note(ComplaintId id, TriageVerdict verdict) {
        var matter = tables.get(id);
        // Whoever was named stays named where nobody judges it: they have no hand in what becomes of the matter.
        var ours = verdict.jurisdiction() == Jurisdiction.OURS;
        var unit = ours ? known(verdict.respondentUnit()) : null;
        var officer = ours ? respondents.officer(verdict.respondentOfficer()).orElse(null) : matter.respondentOfficer();
        tables.triaged(
                id, respondents.title(matter.business(), matter.kind(), verdict.category()), verdict, unit, officer);
        tables.insertStep(
                id,
                new ComplaintStep(
                        "triage",
                        clock.instant(),
                        verdict.by(),
                        verdict.jurisdiction().name(),
                        verdict.words()));
        var triaged = tables.get(id);
        events.publishEvent(new ComplaintTriaged(triaged));
        return triaged;
    }

    private String known(UnitCode unit) {
        return respondents
                .unit(unit == null ? null : unit.value())
                .orElseThrow(NoRespondent::new)
                .value();
    }
}
