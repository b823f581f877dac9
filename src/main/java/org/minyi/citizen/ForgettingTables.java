package org.minyi.citizen;

import static org.minyi.sql.Columns.texts;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is forgotten of whom, what keeps it, and how much one user saw today. */
@Repository
class ForgettingTables {

    private final JdbcClient db;

    ForgettingTables(JdbcClient db) {
        this.db = db;
    }

    /** Persons still known, in the order of their ids, which begin with the time they were made. */
    List<PersonId> known(UUID after, UUID before, int atMost) {
        return db.sql(
                        """
                        select id from citizen.person
                         where id > :after and id < :before and anonymised_at is null
                         order by id limit :atMost
                        """)
                .param("after", after)
                .param("before", before)
                .param("atMost", atMost)
                .query((row, at) -> new PersonId(row.getObject("id", UUID.class)))
                .list();
    }

    Set<PersonId> held(Collection<PersonId> persons) {
        return new HashSet<>(
                db.sql("select person_id from citizen.hold where person_id = any(:ids::uuid[]) and lifted_at is null")
                        .param("ids", texts(persons, person -> person))
                        .query((row, at) -> new PersonId(row.getObject("person_id", UUID.class)))
                        .list());
    }

    int forgetPersons(Collection<PersonId> persons, Instant now) {
        db.sql(
                        """
                        update citizen.mailbox set address = null, address_hash = null
                         where person_id = any(:ids::uuid[]) and address is not null
                        """)
                .param("ids", texts(persons, person -> person))
                .update();
        return db.sql(
                        """
                        update citizen.person set name = null, name_hash = null, address = null, anonymised_at = :now
                         where id = any(:ids::uuid[]) and anonymised_at is null
                        """)
                .param("ids", texts(persons, person -> person))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** What they said themselves, and what was said about them. The reason of a hold stays as long as the hold. */
    int forgetWords(Collection<PersonId> persons, Collection<WordsId> about) {
        return db.sql(
                        """
                        update citizen.words set text = null
                         where text is not null
                           and id in (select id from citizen.words where person_id = any(:persons::uuid[])
                                      union all select unnest(:about::uuid[]))
                        """)
                .param("persons", texts(persons, person -> person))
                .param("about", texts(about, id -> id))
                .update();
    }

    /** What they handed in; that they did stays. */
    int forgetAttachments(Collection<PersonId> persons) {
        return db.sql(
                        """
                        update citizen.attachment set name = null, content = null
                         where person_id = any(:persons::uuid[]) and content is not null
                        """)
                .param("persons", texts(persons, person -> person))
                .update();
    }

    /**
     * Numbers on which nobody is known any more, made before the instant. Of a line that opted out the hash stays: it is
     * found again, and nobody asks.
     */
    List<LineId> forgetLines(UUID before, int atMost) {
        return db.sql(
                        """
                        update citizen.line
                           set number = null, number_hash = case when opted_out_at is not null then number_hash end
                         where id in (select id from citizen.line l
                                       where id < :before and number is not null
                                         and not exists (select from citizen.person p
                                                          where p.line_id = l.id and p.anonymised_at is null)
                                       order by id limit :atMost)
                        returning id
                        """)
                .param("before", before)
                .param("atMost", atMost)
                .query((row, at) -> new LineId(row.getObject("id", UUID.class)))
                .list();
    }

    void insert(Hold hold) {
        db.sql(
                        """
                        insert into citizen.hold (id, person_id, matter_id, reason_id, set_at, set_by)
                        values (:id, :person, :matter, :reason, :at, :by)
                        """)
                .param("id", hold.id())
                .param("person", hold.person().value())
                .param("matter", hold.matter())
                .param("reason", hold.reason().value())
                .param("at", Timestamp.from(hold.setAt()))
                .param("by", hold.setBy())
                .update();
    }

    boolean lift(UUID hold, String userId, Instant now) {
        return db.sql("update citizen.hold set lifted_at = :at, lifted_by = :by where id = :id and lifted_at is null")
                        .param("at", Timestamp.from(now))
                        .param("by", userId)
                        .param("id", hold)
                        .update()
                == 1;
    }

    List<Hold> holds() {
        return db.sql(
                        """
                        select id, person_id, matter_id, reason_id, set_at, set_by from citizen.hold
                         where lifted_at is null order by set_at, id
                        """)
                .query((row, at) -> new Hold(
                        row.getObject("id", UUID.class),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getObject("matter_id", UUID.class),
                        new WordsId(row.getObject("reason_id", UUID.class)),
                        row.getTimestamp("set_at").toInstant(),
                        row.getString("set_by")))
                .list();
    }

    /** Counts a person among those the user saw in full today. False when there are as many as may be already. */
    boolean count(String userId, LocalDate day, PersonId person, int atMost) {
        // One after the other for each user: two at once must not both be the last.
        db.sql("select pg_advisory_xact_lock(hashtext('minyi.full_look'), hashtext(:user))")
                .param("user", userId)
                .query(row -> {});
        db.sql(
                        """
                        insert into citizen.full_look (user_id, day, person_id)
                        select :user, :day, :person
                         where (select count(*) from citizen.full_look where user_id = :user and day = :day) < :atMost
                        on conflict do nothing
                        """)
                .param("user", userId)
                .param("day", Date.valueOf(day))
                .param("person", person.value())
                .param("atMost", atMost)
                .update();
        return db.sql(
                        """
                        select exists (select from citizen.full_look
                                        where user_id = :user and day = :day and person_id = :person)
                        """)
                .param("user", userId)
                .param("day", Date.valueOf(day))
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    void forgetLooksBefore(LocalDate day) {
        db.sql("delete from citizen.full_look where day < :day")
                .param("day", Date.valueOf(day))
                .update();
    }
}
