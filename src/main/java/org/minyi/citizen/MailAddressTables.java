package org.minyi.citizen;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of mail addresses, sealed on their way in and opened on their way out. */
@Repository
class MailAddressTables {

    private final JdbcClient db;
    private final Keyring keys;

    MailAddressTables(JdbcClient db, Keyring keys) {
        this.db = db;
        this.keys = keys;
    }

    void insert(MailboxId id, PersonId person, String address) {
        var key = keys.sealing();
        db.sql(
                        """
                        insert into citizen.mailbox (id, person_id, address, address_hash)
                        values (:id, :person, :address, :hash)
                        """)
                .param("id", id.value())
                .param("person", person.value())
                .param("address", key.seal(Place.MAILBOX_ADDRESS, id.value(), address))
                .param("hash", keys.lookup().mail(address.toLowerCase(Locale.ROOT)))
                .update();
    }

    Optional<MailboxId> of(PersonId person) {
        return db.sql("select id from citizen.mailbox where person_id = :person and address is not null")
                .param("person", person.value())
                .query((row, at) -> new MailboxId(row.getObject("id", UUID.class)))
                .optional();
    }

    Optional<String> address(MailboxId id) {
        return db.sql("select address from citizen.mailbox where id = :id and address is not null")
                .param("id", id.value())
                .query((row, at) -> keys.open(Place.MAILBOX_ADDRESS, id.value(), row.getBytes("address")))
                .optional();
    }

    /** One after the other: two letters of one address at once must not both be the first. */
    boolean acknowledge(MailboxId id, Instant now, Duration once, Duration within, int atMost) {
        db.sql("select pg_advisory_xact_lock(hashtext('minyi.letter_acknowledged'))")
                .query(row -> {});
        return db.sql(
                                """
                                update citizen.mailbox m set acknowledged_at = :now
                                 where m.id = :id and m.acknowledged_at is null and m.address is not null
                                   and not exists (select from citizen.mailbox o
                                                    where o.address_hash = m.address_hash and o.acknowledged_at > :once)
                                   and (select count(*) from citizen.mailbox o
                                         where o.address_hash = m.address_hash and o.acknowledged_at > :within) < :atMost
                                """)
                        .param("now", Timestamp.from(now))
                        .param("id", id.value())
                        .param("once", Timestamp.from(now.minus(once)))
                        .param("within", Timestamp.from(now.minus(within)))
                        .param("atMost", atMost)
                        .update()
                == 1;
    }
}
