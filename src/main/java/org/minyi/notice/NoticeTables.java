package org.minyi.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.organisation.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of official documents. SQL lives here and nowhere else in this room. */
@Repository
class NoticeTables {

    private static final String NOTICE =
            "select id, kind, year, number, unit_code, matter_id, round, reason, issued_at from notice ";

    private final JdbcClient db;
    private final Evidence evidence;

    NoticeTables(JdbcClient db, Evidence evidence) {
        this.db = db;
        this.evidence = evidence;
    }

    /** Whoever else issues this kind waits until our transaction ends. */
    void lockCounter(Kind kind, int year) {
        db.sql(
                        """
                        insert into notice_counter as counter (kind, year, last)
                        values (:kind, :year, 0)
                            on conflict (kind, year) do update set last = counter.last
                        """)
                .param("kind", kind.name())
                .param("year", year)
                .update();
    }

    int nextNumber(Kind kind, int year) {
        return db.sql(
                        """
                        update notice_counter set last = last + 1
                         where kind = :kind and year = :year
                        returning last
                        """)
                .param("kind", kind.name())
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    void insert(Notice notice) {
        db.sql(
                        """
                        insert into notice (id, kind, year, number, unit_code, matter_id, round, reason, issued_at)
                        values (:id, :kind, :year, :number, :unit, :matter, :round, :reason, :issued)
                        """)
                .param("id", notice.id().value())
                .param("kind", notice.kind().name())
                .param("year", notice.year())
                .param("number", notice.number())
                .param("unit", notice.unit().value())
                .param("matter", notice.matter())
                .param("round", notice.round())
                .param("reason", notice.reason())
                .param("issued", Timestamp.from(notice.issuedAt()))
                .update();
        evidence.keep(Fact.of(Deed.NOTICE_ISSUED, Fact.MINYI)
                .about(notice.matter())
                .with("id", notice.id())
                .with("kind", notice.kind())
                .with("year", notice.year())
                .with("number", notice.number())
                .with("unit", notice.unit().value())
                .with("round", notice.round())
                .witness("reason", notice.reason()));
    }

    Optional<Notice> find(Kind kind, UUID matter, int round, String reason) {
        return db.sql(NOTICE + "where kind = :kind and matter_id = :matter and round = :round and reason = :reason")
                .param("kind", kind.name())
                .param("matter", matter)
                .param("round", round)
                .param("reason", reason)
                .query(NoticeTables::notice)
                .optional();
    }

    List<Notice> of(UUID matter) {
        return db.sql(NOTICE + "where matter_id = :matter order by issued_at, number")
                .param("matter", matter)
                .query(NoticeTables::notice)
                .list();
    }

    private static Notice notice(ResultSet row, int rowNumber) throws SQLException {
        return new Notice(
                new NoticeId(row.getObject("id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                row.getInt("year"),
                row.getInt("number"),
                new UnitCode(row.getString("unit_code")),
                row.getObject("matter_id", UUID.class),
                row.getInt("round"),
                row.getString("reason"),
                row.getTimestamp("issued_at").toInstant());
    }
}
