package org.minyi.citizen;

import static org.minyi.sql.Columns.texts;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of files that were handed in, sealed on their way in and opened on their way out. */
@Repository
class AttachmentTables {

    private final JdbcClient db;
    private final Keyring keys;

    AttachmentTables(JdbcClient db, Keyring keys) {
        this.db = db;
        this.keys = keys;
    }

    void insert(AttachmentId id, PersonId person, Attachment file, Instant now) {
        var key = keys.sealing();
        db.sql(
                        """
                        insert into citizen.attachment (id, person_id, kept_at, kind, size, name, content)
                        values (:id, :person, :now, :kind, :size, :name, :content)
                        """)
                .param("id", id.value())
                .param("person", person.value())
                .param("now", Timestamp.from(now))
                .param("kind", file.kind().name())
                .param("size", file.content().length)
                .param("name", key.seal(Place.ATTACHMENT_NAME, id.value(), file.name()))
                .param("content", key.sealBytes(Place.ATTACHMENT_CONTENT, id.value(), file.content()))
                .update();
    }

    Optional<Attachment> open(AttachmentId id) {
        return db.sql("select kind, name, content from citizen.attachment where id = :id and content is not null")
                .param("id", id.value())
                .query((row, at) -> new Attachment(
                        keys.open(Place.ATTACHMENT_NAME, id.value(), row.getBytes("name")),
                        FileKind.valueOf(row.getString("kind")),
                        keys.openBytes(Place.ATTACHMENT_CONTENT, id.value(), row.getBytes("content"))))
                .optional();
    }

    Map<AttachmentId, AttachmentFacts> facts(Collection<AttachmentId> ids) {
        var facts = new HashMap<AttachmentId, AttachmentFacts>();
        db.sql(
                        """
                        select id, kind, size, content is null as forgotten from citizen.attachment
                         where id = any(:ids::uuid[])
                        """)
                .param("ids", texts(ids, id -> id))
                .query(row -> {
                    facts.put(
                            new AttachmentId(row.getObject("id", UUID.class)),
                            new AttachmentFacts(
                                    FileKind.valueOf(row.getString("kind")),
                                    row.getInt("size"),
                                    row.getBoolean("forgotten")));
                });
        return facts;
    }
}
