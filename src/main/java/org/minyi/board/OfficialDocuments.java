package org.minyi.board;

import java.util.Optional;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.notice.Documents;
import org.minyi.notice.Notice;
import org.minyi.notice.NoticeId;
import org.minyi.notice.Notices;
import org.minyi.sight.Onlooker;
import org.minyi.sight.Sights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Official documents for those who may read them: whoever sees the matter, and the people of a unit that one went to. First
 * the predicates say whether, then the database shows it or does not. That it was read is evidence.
 */
@Service
public class OfficialDocuments {

    private final Notices notices;
    private final Documents documents;
    private final Sights sights;
    private final Onlooker onlooker;
    private final Evidence evidence;
    private final TransactionTemplate transaction;

    OfficialDocuments(
            Notices notices,
            Documents documents,
            Sights sights,
            Onlooker onlooker,
            Evidence evidence,
            TransactionTemplate transaction) {
        this.notices = notices;
        this.documents = documents;
        this.sights = sights;
        this.onlooker = onlooker;
        this.evidence = evidence;
        this.transaction = transaction;
    }

    /** A document as a file. */
    // Read and sent off; nobody compares two.
    @SuppressWarnings("ArrayRecordComponent")
    public record File(String name, byte[] pdf) {}

    /** The document; nothing where there is none, or none for this person: nobody learns which. */
    public Optional<File> of(String user, NoticeId id) {
        return notices.find(id)
                .filter(notice -> sights.sees(user, notice.matter()) || notices.isReceivedBy(user, id))
                .filter(notice -> onlooker.as(user, () -> notices.find(id)).isPresent())
                .map(notice -> read(user, notice));
    }

    /** Making it takes a while, and is done before anything is locked. */
    private File read(String user, Notice notice) {
        documents.make(notice.id());
        return transaction.execute(status -> {
            var pdf = onlooker.as(user, () -> documents.read(notice.id()));
            evidence.keep(
                    Fact.of(Deed.DOSSIER_READ, user).about(notice.matter()).with("notice", notice.id()));
            return new File(Documents.fileName(notice), pdf);
        });
    }
}
