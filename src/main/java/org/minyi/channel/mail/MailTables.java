package org.minyi.channel.mail;

import static org.minyi.sql.Columns.instant;
import static org.minyi.sql.Columns.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mail outbox. SQL lives here and nowhere else in this package. */
@Repository
class MailTables {

    private final JdbcClient db;

    MailTables(JdbcClient db) {
        this.db = db;
    }

    /**
     * A mail that somebody holds for one try.
     *
     * @param claims what the holder shows when telling how it went
     * @param unsure an earlier holder never told
     * @param troubleSince when a server first put this mail off; null while none has
     * @param mailbox of a citizen, in place of recipients; null for a mail to units
     * @param words what it says to them, in place of a text
     */
    record Claim(
            UUID id,
            int claims,
            List<String> to,
            List<String> copies,
            String subject,
            String text,
            int tries,
            boolean unsure,
            Instant troubleSince,
            UUID mailbox,
            UUID words) {}

    void insert(MailDraft draft, Instant now) {
        db.sql(
                        """
                        insert into mail (id, recipients, copies, subject, body, put_at, due_at, moved_at)
                        values (:id, :to, :copies, :subject, :text, :now, :now, :now)
                            on conflict (id) do nothing
                        """)
                .param("id", draft.id())
                .param("to", texts(draft.to(), address -> address))
                .param("copies", texts(draft.copies(), address -> address))
                .param("subject", draft.subject())
                .param("text", draft.text())
                .param("now", Timestamp.from(now))
                .update();
    }

    void insert(CitizenMail mail, Instant now) {
        db.sql(
                        """
                        insert into mail (id, recipients, copies, subject, body, mailbox_id, words_id,
                                          put_at, due_at, moved_at)
                        values (:id, '{}', '{}', :subject, '', :mailbox, :words, :now, :now, :now)
                            on conflict (id) do nothing
                        """)
                .param("id", mail.id())
                .param("subject", mail.subject())
                .param("mailbox", mail.to().value())
                .param("words", mail.text().value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The next mail that is due, while there is no pause: one nobody holds, or one whose holder was lost. */
    Optional<Claim> claim(Instant now, Instant leaseUntil) {
        return db.sql(
                        """
                        update mail m
                           set state = 'SENDING', claims = claims + 1, unsure = unsure or state = 'SENDING',
                               lease_until = :lease, moved_at = :now
                         where m.id = (select id from mail
                                        where ((state = 'WAITING' and due_at <= :now)
                                            or (state = 'SENDING' and lease_until <= :now))
                                          and not exists (select from mail_pause where until > :now)
                                        order by place limit 1
                                          for update skip locked)
                        returning id, claims, recipients, copies, subject, body, tries, unsure, trouble_since,
                                  mailbox_id, words_id
                        """)
                .param("now", Timestamp.from(now))
                .param("lease", Timestamp.from(leaseUntil))
                .query(MailTables::claim)
                .optional();
    }

    /** False when somebody else holds the mail by now, or it is settled. */
    boolean settle(Claim claim, String state, String reason, Instant now) {
        return db.sql(
                                """
                                update mail set state = :state, reason = :reason, lease_until = null, moved_at = :now
                                 where id = :id and claims = :claims and state = 'SENDING'
                                """)
                        .param("state", state)
                        .param("reason", reason)
                        .param("now", Timestamp.from(now))
                        .param("id", claim.id())
                        .param("claims", claim.claims())
                        .update()
                == 1;
    }

    /** One try more is behind it; the next is not before the instant. */
    void putOff(Claim claim, String reason, boolean unsure, Instant now, Instant due) {
        db.sql(
                        """
                        update mail
                           set state = 'WAITING', tries = tries + 1, reason = :reason, unsure = unsure or :unsure,
                               trouble_since = coalesce(trouble_since, :now), due_at = :due, lease_until = null,
                               moved_at = :now
                         where id = :id and claims = :claims and state = 'SENDING'
                        """)
                .param("reason", reason)
                .param("unsure", unsure)
                .param("now", Timestamp.from(now))
                .param("due", Timestamp.from(due))
                .param("id", claim.id())
                .param("claims", claim.claims())
                .update();
    }

    /** Nothing was tried: it stands where it stood. */
    void giveBack(Claim claim, Instant now) {
        db.sql(
                        """
                        update mail set state = 'WAITING', lease_until = null, moved_at = :now
                         where id = :id and claims = :claims and state = 'SENDING'
                        """)
                .param("now", Timestamp.from(now))
                .param("id", claim.id())
                .param("claims", claim.claims())
                .update();
    }

    /** Only what was handed over once can come back; what is settled otherwise stays so. */
    boolean bounce(UUID mail, String reason, Instant now) {
        return db.sql(
                                """
                                update mail set state = 'BOUNCED', reason = :reason, lease_until = null, moved_at = :now
                                 where id = :id
                                   and (state = 'ACCEPTED' or (state in ('WAITING', 'SENDING') and claims > 0))
                                """)
                        .param("reason", reason)
                        .param("now", Timestamp.from(now))
                        .param("id", mail)
                        .update()
                == 1;
    }

    int pauses() {
        return db.sql("select pauses from mail_pause").query(Integer.class).single();
    }

    void pause(Instant until) {
        db.sql("update mail_pause set until = :until, pauses = pauses + 1")
                .param("until", Timestamp.from(until))
                .update();
    }

    void goOn() {
        db.sql("update mail_pause set until = '-infinity', pauses = 0 where pauses > 0")
                .update();
    }

    int waiting() {
        return db.sql("select count(*) from mail where state in ('WAITING', 'SENDING')")
                .query(Integer.class)
                .single();
    }

    private static Claim claim(ResultSet row, int rowNumber) throws SQLException {
        return new Claim(
                row.getObject("id", UUID.class),
                row.getInt("claims"),
                List.of((String[]) row.getArray("recipients").getArray()),
                List.of((String[]) row.getArray("copies").getArray()),
                row.getString("subject"),
                row.getString("body"),
                row.getInt("tries"),
                row.getBoolean("unsure"),
                instant(row, "trouble_since"),
                row.getObject("mailbox_id", UUID.class),
                row.getObject("words_id", UUID.class));
    }
}
