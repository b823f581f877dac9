package org.minyi.demonstration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minyi.channel.mail.MailCarrier.OutgoingMail;
import org.minyi.channel.mail.MailPart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mailboxes of the simulated mail server, and the files in them. */
@Repository
@SimulatedMail
class MailboxTables {

    private final JdbcClient db;

    MailboxTables(JdbcClient db) {
        this.db = db;
    }

    void insert(OutgoingMail mail, String mailbox, Instant at) {
        var id = db.sql(
                        """
                        insert into simulator.mail (message_id, sender, mailbox, subject, body, at)
                        values (:message, :sender, :mailbox, :subject, :body, :at)
                        returning id
                        """)
                .param("message", mail.messageId())
                .param("sender", mail.from())
                .param("mailbox", mailbox)
                .param("subject", mail.subjectAsRead())
                .param("body", mail.text())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
        for (int place = 0; place < mail.parts().size(); place++) {
            insertFile(id, place, mail.parts().get(place));
        }
    }

    private void insertFile(long mail, int place, MailPart part) {
        db.sql(
                        """
                        insert into simulator.mail_file (mail_id, place, name, type, bytes)
                        values (:mail, :place, :name, :type, :bytes)
                        """)
                .param("mail", mail)
                .param("place", place)
                .param("name", part.name())
                .param("type", part.type())
                .param("bytes", part.bytes())
                .update();
    }

    /** The latest first. */
    List<KeptMail> in(String mailbox) {
        return db.sql(
                        """
                        select m.id, message_id, sender, mailbox, subject, body, at,
                               array(select name from simulator.mail_file f where f.mail_id = m.id order by place) as files
                          from simulator.mail m
                         where mailbox = :mailbox
                         order by m.id desc
                        """)
                .param("mailbox", mailbox)
                .query(MailboxTables::mail)
                .list();
    }

    Optional<MailPart> file(long mail, int place) {
        return db.sql("select name, type, bytes from simulator.mail_file where mail_id = :mail and place = :place")
                .param("mail", mail)
                .param("place", place)
                .query((row, number) ->
                        new MailPart(row.getString("name"), row.getString("type"), row.getBytes("bytes")))
                .optional();
    }

    /** How many mails each mailbox got, the latest written to first. */
    Map<String, Integer> counts() {
        var counts = new LinkedHashMap<String, Integer>();
        db.sql("select mailbox, count(*) as mails from simulator.mail group by mailbox order by max(id) desc")
                .query(row -> {
                    counts.put(row.getString("mailbox"), row.getInt("mails"));
                });
        return counts;
    }

    private static KeptMail mail(ResultSet row, int rowNumber) throws SQLException {
        return new KeptMail(
                row.getLong("id"),
                row.getString("message_id"),
                row.getString("sender"),
                row.getString("mailbox"),
                row.getString("subject"),
                row.getString("body"),
                row.getTimestamp("at").toInstant(),
                List.of((String[]) row.getArray("files").getArray()));
    }
}
