package org.minyi.counter;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.citizen.WordsBook;
import org.minyi.citizen.WordsId;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.Letters;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions about a matter that wants no complaint of its own: every one gets an answer (DESIGN section 1, case steward). */
@Service
public class Enquiries {

    private final CounterTables tables;
    private final CounterSettings settings;
    private final Complaints complaints;
    private final WordsBook book;
    private final Letters letters;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Enquiries(
            CounterTables tables,
            CounterSettings settings,
            Complaints complaints,
            WordsBook book,
            Letters letters,
            Evidence evidence,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tables = tables;
        this.settings = settings;
        this.complaints = complaints;
        this.book = book;
        this.letters = letters;
        this.evidence = evidence;
        this.events = events;
        this.clock = clock;
    }

    /** Brings a question to the case steward. False when as many as one may ask at once wait already. */
    @Transactional
    public boolean ask(ComplaintId matter, String words) {
        var complaint = complaints.find(matter).orElseThrow();
        tables.oneAtATime(matter.value());
        if (waiting(matter) >= settings.openEnquiries()) {
            return false;
        }
        var id = new EnquiryId(UuidCreator.getTimeOrderedEpoch());
        tables.insert(id, matter, book.keep(complaint.person(), words), clock.instant());
        evidence.keep(
                Fact.of(Deed.ENQUIRY_ASKED, Fact.MINYI).about(matter.value()).with("enquiry", id));
        events.publishEvent(new EnquiryAsked(id, complaint));
        return true;
    }

    private long waiting(ComplaintId matter) {
        return tables.about(matter.value()).stream().filter(Enquiry::waits).count();
    }

    /** Keeps the answer and writes it to whoever asked; without a mobile line it is read at the counter alone. */
    @Transactional
    public void answer(EnquiryId id, String by, WordsId words) {
        var enquiry = tables.find(id).orElseThrow();
        if (!tables.answer(id, by, words, clock.instant())) {
            return;
        }
        evidence.keep(Fact.of(Deed.ENQUIRY_ANSWERED, by)
                .about(enquiry.matter())
                .with("enquiry", id)
                .with("words", words));
        letters.answerEnquiry(matter(enquiry), id.value(), words);
    }

    private Complaint matter(Enquiry enquiry) {
        return complaints.find(new ComplaintId(enquiry.matter())).orElseThrow();
    }

    /** All about a matter, oldest first. */
    public List<Enquiry> about(UUID matter) {
        return tables.about(matter);
    }
}
