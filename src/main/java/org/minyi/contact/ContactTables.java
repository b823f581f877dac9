package org.minyi.contact;

import static org.minyi.sql.Columns.texts;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.minyi.citizen.Enrolled;
import org.minyi.citizen.Involvement;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables contact, module and business. SQL lives here and nowhere else in this room. */
@Repository
class ContactTables implements Involvement {

    private static final String CONTACT =
            """
            select id, source, reference, module, business, served_at, unit_code, officer, person_id, line_id
              from contact
            """;

    private final JdbcClient db;

    ContactTables(JdbcClient db) {
        this.db = db;
    }

    List<BusinessModule> modules() {
        return db.sql("select code, name, name_zh from module order by position, code")
                .query((row, at) ->
                        new BusinessModule(row.getString("code"), row.getString("name"), row.getString("name_zh")))
                .list();
    }

    List<Business> businesses() {
        return db.sql(
                        """
                        select b.code, b.module_code, b.name, b.name_zh
                          from business b join module m on m.code = b.module_code
                         order by m.position, m.code, b.position, b.code
                        """)
                .query((row, at) -> new Business(
                        row.getString("code"),
                        row.getString("module_code"),
                        row.getString("name"),
                        row.getString("name_zh")))
                .list();
    }

    void put(BusinessModule module) {
        db.sql(
                        """
                        insert into module (code, name, name_zh) values (:code, :name, :chinese)
                        on conflict (code) do update set name = excluded.name, name_zh = excluded.name_zh
                        """)
                .param("code", module.code())
                .param("name", module.name())
                .param("chinese", module.chinese())
                .update();
    }

    void put(Business business) {
        db.sql(
                        """
                        insert into business (code, module_code, name, name_zh) values (:code, :module, :name, :chinese)
                        on conflict (code) do update
                           set module_code = excluded.module_code, name = excluded.name, name_zh = excluded.name_zh
                        """)
                .param("code", business.code())
                .param("module", business.module())
                .param("name", business.name())
                .param("chinese", business.chinese())
                .update();
    }

    /** The next contacts in order of time, after the one handed over last. */
    List<Contact> served(Instant from, Instant until, Instant arrivedSince, Contact last, int limit) {
        return db.sql(
                        CONTACT
                                + """
                         where served_at >= :from and served_at < :until and (served_at, id) > (:after, :afterId)
                           and arrived_at >= :arrivedSince
                         order by served_at, id
                         limit :limit
                        """)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("arrivedSince", Timestamp.from(arrivedSince))
                .param("after", Timestamp.from(last == null ? from : last.servedAt()))
                .param("afterId", last == null ? new UUID(0, 0) : last.id().value())
                .param("limit", limit)
                .query(ContactTables::contact)
                .list();
    }

    int countServed(Instant from, Instant until) {
        return db.sql("select count(*) from contact where served_at >= :from and served_at < :until")
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query(Integer.class)
                .single();
    }

    Optional<Contact> find(ContactId id) {
        return db.sql(CONTACT + " where id = :id")
                .param("id", id.value())
                .query(ContactTables::contact)
                .optional();
    }

    List<Contact> of(PersonId person) {
        return db.sql(CONTACT + " where person_id = :person order by served_at desc, id desc")
                .param("person", person.value())
                .query(ContactTables::contact)
                .list();
    }

    /** Waits until no other node writes contacts, and keeps others waiting until this transaction ends. */
    void writeAlone() {
        db.sql("select pg_advisory_xact_lock(hashtext('minyi.contact'))::text")
                .query(String.class)
                .optional();
    }

    /** Holds a file of the watched folder until this transaction ends, unless another node does. */
    boolean holdFile(String name) {
        return db.sql("select pg_try_advisory_xact_lock(hashtext('minyi.contacts.folder'), hashtext(:name))")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    /** Those of the contacts that are here already. */
    List<NewContact.Key> known(Collection<NewContact.Key> keys) {
        return db.sql(
                        """
                        select c.source, c.reference
                          from unnest(:sources::text[], :references::text[]) told (source, reference)
                          join contact c on c.source = told.source and c.reference = told.reference
                        """)
                .param("sources", keys.stream().map(NewContact.Key::source).toArray(String[]::new))
                .param(
                        "references",
                        keys.stream().map(NewContact.Key::reference).toArray(String[]::new))
                .query((row, at) -> new NewContact.Key(row.getString("source"), row.getString("reference")))
                .list();
    }

    /** Writes contacts with the people they are about, who stand in the same order. */
    void insert(List<NewContact> contacts, List<Enrolled> people, Instant arrivedAt) {
        db.sql(
                        """
                        insert into contact (id, source, reference, module, business, served_at, unit_code, officer,
                               person_id, line_id, arrived_at)
                        select told.*, :arrivedAt
                          from unnest(:ids::uuid[], :sources::text[], :references::text[], :modules::text[],
                               :businesses::text[], :servedAts::timestamptz[], :units::text[], :officers::text[],
                               :persons::uuid[], :lines::uuid[]) told
                        """)
                .param("ids", texts(contacts, contact -> UuidCreator.getTimeOrderedEpoch()))
                .param("sources", texts(contacts, NewContact::source))
                .param("references", texts(contacts, NewContact::reference))
                .param("modules", texts(contacts, NewContact::module))
                .param("businesses", texts(contacts, NewContact::business))
                .param("servedAts", texts(contacts, NewContact::servedAt))
                .param("units", texts(contacts, NewContact::unit))
                .param("officers", texts(contacts, NewContact::officer))
                .param("persons", texts(people, Enrolled::person))
                .param("lines", texts(people, Enrolled::line))
                .param("arrivedAt", Timestamp.from(arrivedAt))
                .update();
    }

    private static Contact contact(ResultSet row, int rowNumber) throws SQLException {
        var line = row.getObject("line_id", UUID.class);
        return new Contact(
                new ContactId(row.getObject("id", UUID.class)),
                row.getString("source"),
                row.getString("reference"),
                row.getString("module"),
                row.getString("business"),
                row.getTimestamp("served_at").toInstant(),
                row.getString("unit_code"),
                row.getString("officer"),
                new PersonId(row.getObject("person_id", UUID.class)),
                line == null ? null : new LineId(line));
    }

    @Override
    public Set<PersonId> stillNeeded(Collection<PersonId> persons, Instant since) {
        return new HashSet<>(db.sql(
                        """
                        select distinct person_id from contact
                         where person_id = any(:persons::uuid[]) and greatest(served_at, arrived_at) >= :since
                        """)
                .param("persons", texts(persons, person -> person))
                .param("since", Timestamp.from(since))
                .query((row, at) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list());
    }
}
