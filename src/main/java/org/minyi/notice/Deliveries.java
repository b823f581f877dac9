package org.minyi.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.citizen.WordsId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proof of service: who got a document, how, and who says so. */
@Service
public class Deliveries {

    private final DeliveryTables tables;
    private final NoticeTables notices;
    private final Evidence evidence;
    private final Clock clock;

    Deliveries(DeliveryTables tables, NoticeTables notices, Evidence evidence, Clock clock) {
        this.tables = tables;
        this.notices = notices;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** The addressee first, then the copies. */
    public List<Delivery> of(NoticeId notice) {
        return tables.of(notice);
    }

    /**
     * Whether the addressee may still get it by mail. Until the caller's transaction ends nobody learns otherwise: a mail
     * that comes back in this moment is heard of afterwards.
     */
    @Transactional
    public boolean mayArrive(NoticeId notice) {
        return tables.lockAddressee(notice).state() != Delivery.State.UNDELIVERABLE;
    }

    /** The addressee has it. Confirmed again, nothing changes. */
    @Transactional
    public void confirm(NoticeId notice, String by) {
        serve(notice, by, How.RECEIPT, null, null);
    }

    /**
     * The centre has seen to it that the addressee has it.
     *
     * @param on the day on which they got it
     * @param words how it went; null when nothing was written
     * @throws NotServedThen for a day before the document was issued, and for one that has not come
     */
    @Transactional
    public void serveOtherwise(NoticeId notice, String by, How how, LocalDate on, WordsId words) {
        var issued = notices.find(notice)
                .orElseThrow()
                .issuedAt()
                .atZone(clock.getZone())
                .toLocalDate();
        var today = clock.instant().atZone(clock.getZone()).toLocalDate();
        if (on.isBefore(issued) || on.isAfter(today)) {
            throw new NotServedThen(on, issued, today);
        }
        serve(notice, by, how, on, words);
    }

    private void serve(NoticeId id, String by, How how, LocalDate on, WordsId words) {
        var delivery = tables.lockAddressee(id);
        if (delivery.state() == Delivery.State.SERVED) {
            return;
        }
        tables.served(delivery, by, how, on, words, clock.instant());
        evidence.keep(Fact.of(Deed.NOTICE_SERVED, by)
                .about(notices.find(id).orElseThrow().matter())
                .with("id", id)
                .with("unit", delivery.unit().value())
                .with("how", how)
                .with("on", on));
    }
}
