package org.minyi.notice;

import static org.minyi.sql.Columns.instant;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of where documents went. Whoever changes a row holds it until the transaction ends. */
@Repository
class DeliveryTables {

    private static final String DELIVERY =
            """
            select notice_id, unit_code, part, state, mail_id, sent_at, failed_at, failure, served_at, served_by,
                   served_how, served_on, words_id
              from notice_delivery
            """;

    private final JdbcClient db;

    DeliveryTables(JdbcClient db) {
        this.db = db;
    }

    void insert(NoticeId notice, UnitCode unit, Delivery.Part part, UUID mail) {
        db.sql("insert into notice_delivery (notice_id, unit_code, part, state, mail_id)"
                        + " values (:notice, :unit, :part, 'TO_SEND', :mail)")
                .param("notice", notice.value())
                .param("unit", unit.value())
                .param("part", part.name())
                .param("mail", mail)
                .update();
    }

    void insertUndeliverable(NoticeId notice, UnitCode unit, Delivery.Part part, String failure, Instant now) {
        db.sql(
                        """
                        insert into notice_delivery (notice_id, unit_code, part, state, failure, failed_at)
                        values (:notice, :unit, :part, 'UNDELIVERABLE', :failure, :now)
                        """)
                .param("notice", notice.value())
                .param("unit", unit.value())
                .param("part", part.name())
                .param("failure", failure)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The addressee first. */
    List<Delivery> of(NoticeId notice) {
        return db.sql(DELIVERY + " where notice_id = :notice order by part, unit_code")
                .param("notice", notice.value())
                .query(DeliveryTables::delivery)
                .list();
    }

    Delivery lockAddressee(NoticeId notice) {
        return db.sql(DELIVERY + " where notice_id = :notice and part = 'ADDRESSEE' for update")
                .param("notice", notice.value())
                .query(DeliveryTables::delivery)
                .single();
    }

    Optional<Delivery> lockByMail(UUID mail) {
        return db.sql(DELIVERY + " where mail_id = :mail for update")
                .param("mail", mail)
                .query(DeliveryTables::delivery)
                .optional();
    }

    Optional<NoticeId> noticeOf(UUID mail) {
        return db.sql("select notice_id from notice_delivery where mail_id = :mail")
                .param("mail", mail)
                .query(UUID.class)
                .optional()
                .map(NoticeId::new);
    }

    /** Also of one that is served: when a mail was taken is a fact, whatever was confirmed meanwhile. */
    void sent(Delivery delivery, Instant now) {
        db.sql(
                        """
                        update notice_delivery
                           set sent_at = :now, state = case when state = 'TO_SEND' then 'SENT' else state end
                         where notice_id = :notice and unit_code = :unit
                        """)
                .param("now", Timestamp.from(now))
                .param("notice", delivery.notice().value())
                .param("unit", delivery.unit().value())
                .update();
    }

    void failed(Delivery delivery, String failure, Instant now) {
        db.sql(
                        """
                        update notice_delivery set state = 'UNDELIVERABLE', failed_at = :now, failure = :failure
                         where notice_id = :notice and unit_code = :unit
                        """)
                .param("now", Timestamp.from(now))
                .param("failure", failure)
                .param("notice", delivery.notice().value())
                .param("unit", delivery.unit().value())
                .update();
    }

    void served(Delivery delivery, String by, How how, LocalDate on, WordsId words, Instant now) {
        db.sql(
                        """
                        update notice_delivery
                           set state = 'SERVED', served_at = :now, served_by = :by, served_how = :how, served_on = :on,
                               words_id = :words
                         where notice_id = :notice and unit_code = :unit
                        """)
                .param("now", Timestamp.from(now))
                .param("by", by)
                .param("how", how.name())
                .param("on", on == null ? null : Date.valueOf(on), Types.DATE)
                .param("words", words == null ? null : words.value(), Types.OTHER)
                .param("notice", delivery.notice().value())
                .param("unit", delivery.unit().value())
                .update();
    }

    private static Delivery delivery(ResultSet row, int rowNumber) throws SQLException {
        var how = row.getString("served_how");
        var words = row.getObject("words_id", UUID.class);
        return new Delivery(
                new NoticeId(row.getObject("notice_id", UUID.class)),
                new UnitCode(row.getString("unit_code")),
                Delivery.Part.valueOf(row.getString("part")),
                Delivery.State.valueOf(row.getString("state")),
                row.getObject("mail_id", UUID.class),
                instant(row, "sent_at"),
                instant(row, "failed_at"),
                row.getString("failure"),
                instant(row, "served_at"),
                row.getString("served_by"),
                how == null ? null : How.valueOf(how),
                row.getObject("served_on", LocalDate.class),
                words == null ? null : new WordsId(words));
    }
}
