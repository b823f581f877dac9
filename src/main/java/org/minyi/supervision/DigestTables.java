package org.minyi.supervision;

import static org.minyi.sql.Columns.texts;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.organisation.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of digests. */
@Repository
class DigestTables {

    private final JdbcClient db;
    private final Evidence evidence;

    DigestTables(JdbcClient db, Evidence evidence) {
        this.db = db;
        this.evidence = evidence;
    }

    boolean isMade(UnitCode unit, LocalDate day) {
        return db.sql("select exists (select from digest where unit_code = :unit and day = :day)")
                .param("unit", unit.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** False when the unit has the digest of this day already: another node was faster. */
    boolean insert(Digest digest, Instant now) {
        var isNew = db.sql(
                                """
                                insert into digest (unit_code, day, made_at, mail_id) values (:unit, :day, :now, :mail)
                                    on conflict (unit_code, day) do nothing
                                """)
                        .param("unit", digest.unit().value())
                        .param("day", digest.day())
                        .param("now", Timestamp.from(now))
                        .param("mail", digest.mail())
                        .update()
                == 1;
        if (isNew) {
            db.sql(
                            """
                            insert into digest_line (unit_code, day, deadline_id, level, due_at)
                            select :unit, :day, line.* from unnest(:deadlines::uuid[], :levels::text[], :dues::timestamptz[]) line
                            """)
                    .param("unit", digest.unit().value())
                    .param("day", digest.day())
                    .param("deadlines", texts(digest.lines(), line -> line.deadline()
                            .id()))
                    .param("levels", texts(digest.lines(), Digest.Line::level))
                    .param("dues", texts(digest.lines(), line -> line.deadline().due()))
                    .update();
            evidence.keep(Fact.of(Deed.UNIT_REMINDED, Fact.MINYI)
                    .with("unit", digest.unit())
                    .with("day", digest.day())
                    .with("steps", digest.lines().size())
                    .with("mail", digest.mail()));
        }
        return isNew;
    }
}
