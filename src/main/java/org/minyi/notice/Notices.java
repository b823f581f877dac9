package org.minyi.notice;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minyi.organisation.UnitCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues official documents. The numbers of a kind and year have no gap and no double: the counter moves in the
 * transaction that issues, and whoever comes second waits for it. In the same transaction the document is put into the
 * outbox and its service begins; what it looks like is made later, when first somebody needs it ({@link Documents}).
 */
@Service
public class Notices {

    private final NoticeTables tables;
    private final Dispatch dispatch;
    private final NoticeSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notices(
            NoticeTables tables,
            Dispatch dispatch,
            NoticeSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tables = tables;
        this.dispatch = dispatch;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** The document of this kind, matter, round, reason and key; issued now if it is new. */
    @Transactional
    public Notice issue(NewNotice wanted) {
        // PostgreSQL keeps microseconds; what is answered now must equal what is read later.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var year = now.atZone(clock.getZone()).getYear();
        tables.lockCounter(wanted.kind(), year);
        return tables.find(wanted).orElseGet(() -> {
            var number = tables.nextNumber(wanted.kind(), year);
            var notice = new Notice(
                    new NoticeId(UuidCreator.getTimeOrderedEpoch()),
                    wanted.kind(),
                    year,
                    number,
                    settings.code(wanted.kind(), year, number),
                    wanted.unit(),
                    wanted.matter().id(),
                    wanted.round(),
                    wanted.reason(),
                    wanted.about(),
                    now);
            tables.insert(notice, wanted);
            dispatch.send(notice, wanted);
            events.publishEvent(new NoticeIssued(notice, wanted.matter()));
            return notice;
        });
    }

    /** As {@link #issue(NewNotice)}, where nothing but the matter's id is known. */
    @Transactional
    public Notice issue(Kind kind, UnitCode unit, UUID matter, int round, String reason) {
        return issue(NewNotice.of(kind, unit, NewNotice.Matter.of(matter), round, reason));
    }

    /** Everything issued in a matter, oldest first. */
    public List<Notice> of(UUID matter) {
        return tables.of(matter);
    }

    public Optional<Notice> find(NoticeId id) {
        return tables.find(id);
    }

    /** As people call it: 督办通知书 澜民督〔2026〕1号. */
    public String title(Notice notice) {
        return Texts.of("kind." + notice.kind()) + " " + notice.code();
    }

    /** How many documents were issued in its matter and round before it. */
    public int before(Notice notice) {
        return tables.before(notice);
    }

    /** Whether it went to a unit whose matters this person reads. */
    public boolean isReceivedBy(String viewer, NoticeId id) {
        return tables.isReceivedBy(viewer, id);
    }
}
