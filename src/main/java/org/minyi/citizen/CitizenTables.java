package org.minyi.citizen;

import static java.util.Comparator.comparing;
import static org.minyi.sql.Columns.texts;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tables of people, lines and words. What names a person is sealed on its way in and opened on its way out, here and
 * nowhere else; everything that can come in thousands travels as arrays, one statement and one key a set.
 */
@Repository
class CitizenTables {

    private final JdbcClient db;
    private final Keyring keys;

    CitizenTables(JdbcClient db, Keyring keys) {
        this.db = db;
        this.keys = keys;
    }

    /** Key of a person with a phone: the same name on the same line is the same person. */
    record OnLine(LineId line, String name) {

        @Override
        public String toString() {
            return "OnLine[" + line + "]";
        }
    }

    /** Until the transaction ends nobody who is found or made in it is forgotten. */
    void beginEnrolling() {
        keys.sealing();
    }

    /**
     * Lines found by their numbers.
     *
     * @param blank those among them whose number was forgotten
     */
    record Lines(Map<String, LineId> ids, Set<LineId> blank) {}

    Lines linesOf(Collection<String> numbers) {
        var found = new Lines(new HashMap<>(), new HashSet<>());
        if (numbers.isEmpty()) {
            return found;
        }
        var numberOf = new HashMap<ByteBuffer, String>();
        numbers.forEach(number -> numberOf.put(ByteBuffer.wrap(keys.lookup().number(number)), number));
        db.sql("select id, number_hash, number is null as blank from citizen.line where number_hash = any(:hashes)")
                .param(
                        "hashes",
                        numberOf.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new))
                .query(row -> {
                    var id = new LineId(row.getObject("id", UUID.class));
                    found.ids().put(numberOf.get(ByteBuffer.wrap(row.getBytes("number_hash"))), id);
                    if (row.getBoolean("blank")) {
                        found.blank().add(id);
                    }
                });
        return found;
    }

    /** Somebody tells us a number again that we had forgotten. */
    void remember(Map<LineId, String> numbers) {
        var key = keys.sealing();
        var lines = List.copyOf(numbers.keySet());
        db.sql(
                        """
                        update citizen.line set number = told.number
                          from unnest(:ids::uuid[], :numbers) told (id, number)
                         where line.id = told.id and line.number is null
                        """)
                .param("ids", texts(lines, line -> line))
                .param("numbers", bytes(lines, line -> key.seal(Place.LINE_NUMBER, line.value(), numbers.get(line))))
                .update();
    }

    /** Inserts those that nobody else inserted meanwhile. True when all of them are ours. */
    boolean insertLines(Map<PhoneReading.Phone, LineId> lines) {
        var key = keys.sealing();
        var numbers = List.copyOf(lines.keySet());
        int inserted = db.sql(
                        """
                        insert into citizen.line (id, number, number_hash, kind)
                        select * from unnest(:ids::uuid[], :numbers, :hashes, :kinds::text[])
                        on conflict (number_hash) do nothing
                        """)
                .param("ids", texts(numbers, lines::get))
                .param(
                        "numbers",
                        bytes(
                                numbers,
                                number -> key.seal(
                                        Place.LINE_NUMBER, lines.get(number).value(), number.digits())))
                .param("hashes", bytes(numbers, number -> keys.lookup().number(number.digits())))
                .param("kinds", texts(numbers, PhoneReading.Phone::kind))
                .update();
        return inserted == lines.size();
    }

    Map<OnLine, PersonId> personsOn(Collection<OnLine> persons) {
        var found = new HashMap<OnLine, PersonId>();
        if (persons.isEmpty()) {
            return found;
        }
        var personOf = new LinkedHashMap<ByteBuffer, OnLine>();
        persons.forEach(person -> personOf.put(ByteBuffer.wrap(hash(person.line(), person.name())), person));
        db.sql(
                        """
                        select p.id, p.name_hash
                          from unnest(:lines::uuid[], :hashes) told (line_id, name_hash)
                          join citizen.person p on p.line_id = told.line_id and p.name_hash = told.name_hash
                        """)
                .param("lines", texts(personOf.values(), OnLine::line))
                .param("hashes", bytes(personOf.keySet(), ByteBuffer::array))
                .query(row -> {
                    found.put(
                            personOf.get(ByteBuffer.wrap(row.getBytes("name_hash"))),
                            new PersonId(row.getObject("id", UUID.class)));
                });
        return found;
    }

    /** A person about to be written; without a line they cannot be recognised again. */
    record NewPerson(PersonId id, String name, LineId line, boolean minor, String address) {

        @Override
        public String toString() {
            return "NewPerson[" + id + "]";
        }
    }

    /** Inserts those that nobody else inserted meanwhile. True when all of them are ours. */
    boolean insertPersons(List<NewPerson> persons) {
        var key = keys.sealing();
        int inserted = db.sql(
                        """
                        insert into citizen.person (id, name, name_hash, line_id, minor, address)
                        select * from unnest(:ids::uuid[], :names, :hashes, :lines::uuid[], :minors::boolean[], :addresses)
                        on conflict (line_id, name_hash) do nothing
                        """)
                .param("ids", texts(persons, NewPerson::id))
                .param(
                        "names",
                        bytes(
                                persons,
                                one -> key.seal(Place.PERSON_NAME, one.id().value(), one.name())))
                .param("hashes", bytes(persons, one -> one.line() == null ? null : hash(one.line(), one.name())))
                .param("lines", texts(persons, NewPerson::line))
                .param("minors", texts(persons, NewPerson::minor))
                .param(
                        "addresses",
                        bytes(
                                persons,
                                one -> key.seal(Place.PERSON_ADDRESS, one.id().value(), one.address())))
                .update();
        return inserted == persons.size();
    }

    /** Somebody without a line has this one from now on. */
    void putOn(PersonId person, OnLine here) {
        db.sql("update citizen.person set line_id = :line, name_hash = :hash where id = :id and line_id is null")
                .param("line", here.line().value())
                .param("hash", hash(here.line(), here.name()))
                .param("id", person.value())
                .update();
    }

    /** Where they live now: what was told last. */
    void moved(Map<PersonId, String> addresses) {
        var key = keys.sealing();
        var persons =
                addresses.keySet().stream().sorted(comparing(PersonId::value)).toList();
        db.sql(
                        """
                        update citizen.person set address = told.address
                          from unnest(:ids::uuid[], :addresses) told (id, address)
                         where person.id = told.id
                        """)
                .param("ids", texts(persons, person -> person))
                .param(
                        "addresses",
                        bytes(persons, one -> key.seal(Place.PERSON_ADDRESS, one.value(), addresses.get(one))))
                .update();
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
        db.sql("select id, number from citizen.line where id = any(:ids::uuid[]) and number is not null")
                .param("ids", texts(lines, line -> line))
                .query(row -> {
                    var id = row.getObject("id", UUID.class);
                    numbers.put(new LineId(id), keys.open(Place.LINE_NUMBER, id, row.getBytes("number")));
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

    /** Name, full number and address; only a look that is recorded may call this. */
    Optional<Face> face(PersonId person) {
        return db.sql(
                        """
                        select p.name, p.address, l.number, l.id as line_id
                          from citizen.person p left join citizen.line l on l.id = p.line_id
                         where p.id = :person
                        """)
                .param("person", person.value())
                .query((row, at) -> new Face(
                        keys.open(Place.PERSON_NAME, person.value(), row.getBytes("name")),
                        keys.open(Place.LINE_NUMBER, row.getObject("line_id", UUID.class), row.getBytes("number")),
                        keys.open(Place.PERSON_ADDRESS, person.value(), row.getBytes("address"))))
                .optional();
    }

    List<WordsId> insertWords(List<Spoken> spoken, Instant when) {
        var key = keys.sealing();
        var texts = new LinkedHashMap<WordsId, String>();
        spoken.forEach(one -> texts.put(new WordsId(UuidCreator.getTimeOrderedEpoch()), one.text()));
        db.sql(
                        """
                        insert into citizen.words (id, person_id, said_at, text)
                        select id, person_id, :when, text
                          from unnest(:ids::uuid[], :persons::uuid[], :texts) said (id, person_id, text)
                        """)
                .param("when", Timestamp.from(when))
                .param("ids", texts(texts.keySet(), id -> id))
                .param("persons", texts(spoken, Spoken::person))
                .param(
                        "texts",
                        bytes(
                                texts.entrySet(),
                                one -> key.seal(Place.WORDS_TEXT, one.getKey().value(), one.getValue())))
                .update();
        return List.copyOf(texts.keySet());
    }

    void dropWords(Collection<WordsId> ids) {
        db.sql("delete from citizen.words where id = any(:ids::uuid[])")
                .param("ids", texts(ids, id -> id))
                .update();
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
        db.sql(
                        "select id, text from citizen.words where id = any(:ids::uuid[]) and text is not null order by said_at, id")
                .param("ids", texts(ids, WordsId::value))
                .query(row -> {
                    var id = row.getObject("id", UUID.class);
                    words.put(new WordsId(id), keys.open(Place.WORDS_TEXT, id, row.getBytes("text")));
                });
        return words;
    }

    private byte[] hash(LineId line, String name) {
        return keys.lookup().name(line.value(), name);
    }

    /** One column of all rows as bytes, in the order of the rows. */
    private static <T> byte[][] bytes(Collection<T> rows, Function<? super T, byte[]> column) {
        return rows.stream().map(column).toArray(byte[][]::new);
    }
}
