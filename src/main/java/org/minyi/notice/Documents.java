package org.minyi.notice;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.channel.mail.MailPart;
import org.minyi.channel.mail.MailParts;
import org.minyi.notice.paper.Paper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What documents look like. Made when first somebody needs it, outside the transaction that issued it; kept, and from then
 * on always the same bytes, whose SHA-256 is evidence.
 */
@Service
public class Documents implements MailParts {

    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);
    private static final String TYPE = "application/pdf";

    private final NoticeTables notices;
    private final DeliveryTables deliveries;
    private final DocumentTables tables;
    private final Contents contents;
    private final Paper paper;
    private final Evidence evidence;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Documents(
            NoticeTables notices,
            DeliveryTables deliveries,
            DocumentTables tables,
            Contents contents,
            Paper paper,
            Evidence evidence,
            TransactionTemplate transaction,
            Clock clock) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.tables = tables;
        this.contents = contents;
        this.paper = paper;
        this.evidence = evidence;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** As a file: {@code 督办通知书 澜民督〔2026〕1号.pdf}. */
    public static String fileName(Notice notice) {
        return "%s %s.pdf".formatted(Texts.of("kind." + notice.kind()), notice.code());
    }

    /** Makes the document if nobody has yet. It is not asked whether somebody may read it. */
    public void make(NoticeId id) {
        if (tables.find(id).isPresent()) {
            return;
        }
        var notice = notices.find(id).orElseThrow();
        var made = paper.make(notice.kind().drawing(), contents.of(notice));
        if (made.missing() > 0) {
            LOG.warn("document {}: the typeface has not {} of its characters, they stand as 〓", id, made.missing());
        }
        if (made.cut()) {
            LOG.warn("document {}: not all of its words fit on the page", id);
        }
        transaction.executeWithoutResult(status -> keep(notice, made.pdf()));
    }

    private void keep(Notice notice, byte[] pdf) {
        var sha256 = Fact.sha256(pdf);
        if (tables.insert(notice.id(), pdf, sha256, clock.instant())) {
            evidence.keep(Fact.of(Deed.NOTICE_RENDERED, Fact.MINYI)
                    .about(notice.matter())
                    .with("id", notice.id())
                    .with("sha256", sha256)
                    .with("bytes", pdf.length));
        }
    }

    /** The document that was made before; with the eyes of whoever reads in this transaction. */
    public byte[] read(NoticeId id) {
        return tables.find(id).orElseThrow(() -> new IllegalStateException("document " + id + " is not made yet"));
    }

    @Override
    public List<MailPart> of(UUID mail) {
        return deliveries
                .noticeOf(mail)
                .map(id -> {
                    make(id);
                    var notice = notices.find(id).orElseThrow();
                    return List.of(new MailPart(fileName(notice), TYPE, read(id)));
                })
                .orElse(List.of());
    }
}
