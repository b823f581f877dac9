package org.minyi.notice;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The documents as they were made. */
@Repository
class DocumentTables {

    private final JdbcClient db;

    DocumentTables(JdbcClient db) {
        this.db = db;
    }

    Optional<byte[]> find(NoticeId notice) {
        return db.sql("select pdf from notice_document where notice_id = :notice")
                .param("notice", notice.value())
                .query(byte[].class)
                .optional();
    }

    /** False where somebody else made it meanwhile. */
    boolean insert(NoticeId notice, byte[] pdf, String sha256, Instant now) {
        return db.sql(
                                """
                                insert into notice_document (notice_id, pdf, sha256, rendered_at)
                                values (:notice, :pdf, :sha256, :now)
                                    on conflict (notice_id) do nothing
                                """)
                        .param("notice", notice.value())
                        .param("pdf", pdf)
                        .param("sha256", sha256)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }
}
