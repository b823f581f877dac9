package org.minyi.citizen;

import static org.minyi.sql.Columns.texts;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tables of schema citizen. SQL lives here and nowhere else in this room; everything that can come in thousands
 * travels as arrays, one statement a set.
 */
@Repository
class CitizenTables {

    private final JdbcClient db;

    CitizenTables(JdbcClient db) {
        this.db = db;
    }

    /** Key of a person with a phone: the same name on the same line is the same person. */
    record OnLine(LineId line, String name) {}

    Map<String, LineId> linesOf(Collection<String> numbers) {
        var found = new HashMap<String, LineId>();
        if (numbers.isEmpty()) {
            return found;
        }
        db.sql("select id, number from citizen.line where number = any(:numbers)")
                .param("numbers", numbers.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString("number"), new LineId(row.getObject("id", UUID.class)));
                });
        return found;
    }

    /** Inserts those that nobody else inserted meanwhile. True when all of them are ours. */
    boolean insertLines(Map<PhoneReading.Phone, LineId> lines) {
        var ids = new ArrayList<UUID>(lines.size());
        var numbers = new ArrayList<String>(lines.size());
        var kinds = new ArrayList<String>(lines.size());
        lines.forEach((number, id) -> {
            ids.add(id.value());
            numbers.add(number.digits());
            kinds.add(number.kind().name());
        });
        int inserted = db.sql(
                        """
                        insert into citizen.line (id, number, kind)
                        select * from unnest(:ids::uuid[], :numbers::text[], :kinds::text[])
                        on conflict (number) do nothing
                        """)
                .param("ids", texts(ids, id -> id))
                .param("numbers", numbers.toArray(String[]::new))
                .param("kinds", kinds.toArray(String[]::new))
                .update();
        return inserted == lines.size();
    }

    Map<OnLine, PersonId> personsOn(Collection<OnLine> keys) {
        var found = new HashMap<OnLine, PersonId>();
        if (keys.isEmpty()) {
            return found;
        }
        db.sql(
                        """
                        select p.id, p.line_id, p.name
                          from unnest(:lines::uuid[], :names::text[]) told (line_id, name)
                          join citizen.person p on p.line_id = told.line_id and p.name = told.name
                        """)
                .param("lines", texts(keys, key -> key.line().value()))
                .param("names", keys.stream().map(OnLine::name).toArray(String[]::new))
                .query(row -> {
                    found.put(
                            new OnLine(new LineId(row.getObject("line_id", UUID.class)), row.getString("name")),
                            new PersonId(row.getObject("id", UUID.class)));
                });
        return found;
    }

    /** A person about to be written; without a line they cannot be recognised again. */
    record NewPerson(PersonId id, String name, LineId line, boolean minor) {}

    /** Inserts those that nobody else inserted meanwhile. True when all of them are ours. */
    boolean insertPersons(List<NewPerson> persons) {
        int inserted = db.sql(
                        """
                        insert into citizen.person (id, name, line_id, minor)
                        select * from unnest(:ids::uuid[], :names::text[], :lines::uuid[], :minors::boolean[])
                        on conflict (line_id, name) do nothing
                        """)
                .param("ids", texts(persons, person -> person.id().value()))
                .param("names", persons.stream().map(NewPerson::name).toArray(String[]::new))
                .param(
                        "lines",
                        persons.stream()
                                .map(p -> p.line() == null
                                        ? null
                                        : p.line().value().toString())
                                .toArray(String[]::new))
                .param(
                        "minors",
                        persons.stream().map(p -> String.valueOf(p.minor())).toArray(String[]::new))
                .update();
        return inserted == persons.size();
    }

    /** Somebody once told to be a minor stays one here: nobody under age may be asked by mistake. */
    void markMinors(Collection<PersonId> persons) {
        db.sql("update citizen.person set minor = true where id = any(:ids::uuid[]) and not minor")
                .param("ids", texts(persons, person -> person))
                .update();
    }

    Map<LineId, LineFacts> facts(Collection<LineId> lines) {
        var facts = new HashMap<LineId, LineFacts>();
        db.sql("select id, kind, opted_out_at is not null as opted_out from citizen.line where id = any(:ids::uuid[])")
                .param("ids", texts(lines, line -> line))
                .query(row -> {
                    facts.put(
                            new LineId(row.getObject("id", UUID.class)),
                            new LineFacts(LineKind.valueOf(row.getString("kind")), row.getBoolean("opted_out")));
                });
        return facts;
    }

    Map<LineId, String> numbers(Collection<LineId> lines) {
        var numbers = new HashMap<LineId, String>();
        db.sql("select id, number from citizen.line where id = any(:ids::uuid[])")
                .param("ids", texts(lines, line -> line))
                .query(row -> {
                    numbers.put(new LineId(row.getObject("id", UUID.class)), row.getString("number"));
                });
        return numbers;
    }

    Set<PersonId> minors(Collection<PersonId> persons) {
        return new HashSet<>(db.sql("select id from citizen.person where id = any(:ids::uuid[]) and minor")
                .param("ids", texts(persons, person -> person))
                .query((row, at) -> new PersonId(row.getObject("id", UUID.class)))
                .list());
    }

    Set<LineId> optedOut(Collection<LineId> lines) {
        return new HashSet<>(
                db.sql("select id from citizen.line where id = any(:ids::uuid[]) and opted_out_at is not null")
                        .param("ids", texts(lines, line -> line))
                        .query((row, at) -> new LineId(row.getObject("id", UUID.class)))
                        .list());
    }

    List<PersonId> personsOn(LineId line) {
        return db.sql("select id from citizen.person where line_id = :line order by id")
                .param("line", line.value())
                .query((row, at) -> new PersonId(row.getObject("id", UUID.class)))
                .list();
    }

    void optOut(LineId line, Instant when) {
        db.sql("update citizen.line set opted_out_at = :when where id = :line and opted_out_at is null")
                .param("when", Timestamp.from(when))
                .param("line", line.value())
                .update();
    }

    /** Name and full number; only a look that is recorded may call this. */
    Optional<Face> face(PersonId person) {
        return db.sql(
                        """
                        select p.name, l.number
                          from citizen.person p left join citizen.line l on l.id = p.line_id
                         where p.id = :person
                        """)
                .param("person", person.value())
                .query((row, at) -> new Face(row.getString("name"), row.getString("number")))
                .optional();
    }

    void look(Instant when, String userId, PersonId person, UUID matter, boolean full) {
        db.sql(
                        """
                        insert into citizen.look (looked_at, user_id, person_id, matter_id, shown)
                        values (:when, :user, :person, :matter, :shown)
                        """)
                .param("when", Timestamp.from(when))
                .param("user", userId)
                .param("person", person.value())
                .param("matter", matter)
                .param("shown", full ? "FULL" : "MASKED")
                .update();
    }

    List<WordsId> insertWords(List<Spoken> spoken, Instant when) {
        var ids = spoken.stream()
                .map(one -> new WordsId(UuidCreator.getTimeOrderedEpoch()))
                .toList();
        db.sql(
                        """
                        insert into citizen.words (id, person_id, said_at, text)
                        select id, person_id, :when, text
                          from unnest(:ids::uuid[], :persons::uuid[], :texts::text[]) said (id, person_id, text)
                        """)
                .param("when", Timestamp.from(when))
                .param("ids", texts(ids, WordsId::value))
                .param(
                        "persons",
                        spoken.stream()
                                .map(one -> one.person() == null
                                        ? null
                                        : one.person().value().toString())
                                .toArray(String[]::new))
                .param("texts", spoken.stream().map(Spoken::text).toArray(String[]::new))
                .update();
        return ids;
    }

    void saidBy(Map<WordsId, PersonId> speakers) {
        db.sql(
                        """
                        update citizen.words set person_id = s.person
                          from unnest(:ids::uuid[], :persons::uuid[]) s (id, person)
                         where words.id = s.id and words.person_id is null
                        """)
                .param("ids", texts(speakers.keySet(), id -> id))
                .param("persons", texts(speakers.values(), person -> person))
                .update();
    }

    Map<WordsId, String> words(Collection<WordsId> ids) {
        var words = new LinkedHashMap<WordsId, String>();
        db.sql("select id, text from citizen.words where id = any(:ids::uuid[]) order by said_at, id")
                .param("ids", texts(ids, WordsId::value))
                .query(row -> {
                    words.put(new WordsId(row.getObject("id", UUID.class)), row.getString("text"));
                });
        return words;
    }
}
