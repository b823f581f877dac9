package org.minyi.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.TestDatabase;
import org.minyi.start.StartRefused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys are replaced while others work, and a rotation that was cut off is ended by the next. */
@MinyiTest
class RotationTest {

    private static final int PEOPLE = 5_000;
    private static final int FILES = 5;
    private static final String NEW_MASTER = "q8Xc1Vb2Nm3Ql4Wk5Ej6Rh7Tg8Yf9Ud0Is1Oa2Pz3xQ=";

    @Autowired
    Rotation rotation;

    @Autowired
    Citizens citizens;

    @Autowired
    WordsBook words;

    @Autowired
    Attachments attachments;

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    KeyTables tables;

    @Autowired
    JdbcClient db;

    @Autowired
    DataSource database;

    @Value("${minyi.master-key}")
    String master;

    private List<Told> told;
    private List<Enrolled> enrolled;
    private final List<AttachmentId> files = new ArrayList<>();

    @BeforeEach
    void people() {
        told = new ArrayList<>();
        for (var at = 0; at < PEOPLE; at++) {
            told.add(new Told("Citizen " + at, aMobile(), false, at % 10 == 0 ? "Road " + at : null));
        }
        enrolled = citizens.enrol(told);
        words.keep(enrolled.get(0).person(), "nobody came");
        mailboxes.keep(enrolled.get(0).person(), "wang@mail.example");
        for (var at = 0; at < FILES; at++) {
            files.add(attachments.keep(
                    enrolled.get(at).person(), "counter " + at + ".png", FileKind.PNG, new byte[] {1, 2, (byte) at}));
        }
    }

    @Test
    void after_a_rotation_nothing_is_sealed_under_the_old_key_and_everything_is_still_read() {
        var before = keysInUse();

        int key = rotation.run((place, done, total) -> {});

        assertThat(keysInUse()).containsExactly(key).doesNotContainAnyElementsOf(before);
        assertThat(tables.all())
                .extracting(KeyTables.Wrapped::id)
                .contains(key)
                .doesNotContainAnyElementsOf(before)
                .hasSize(2);
        everybodyIsRead();
        assertThat(db.sql("select count(*) from audit.fact where deed = 'KEYS_ROTATED' and told::json ->> 'key' = ?")
                        .param("" + key)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_rotation_killed_between_two_chunks_is_ended_by_the_next_under_the_same_key() {
        assertThatThrownBy(() -> rotation.run((place, done, total) -> {
                    if (place == Place.PERSON_NAME && done > 0) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
        assertThat(keysInUse()).hasSize(2);
        var newest = tables.all().get(tables.all().size() - 1).id();
        everybodyIsRead();

        var sealedAgain = new ArrayList<Place>();
        int key = rotation.run((place, done, total) -> {
            if (total > 0) {
                sealedAgain.add(place);
            }
        });

        assertThat(key).isEqualTo(newest);
        assertThat(sealedAgain).as("lines were done").doesNotContain(Place.LINE_NUMBER);
        assertThat(keysInUse()).containsExactly(key);
        everybodyIsRead();
    }

    @Test
    void whoever_comes_while_keys_are_replaced_is_sealed_under_the_new_one() {
        var late = new ArrayList<Told>();
        int key = rotation.run((place, done, total) -> {
            var one = new Told("Late " + late.size(), aMobile(), false, "Late Road");
            late.add(one);
            citizens.enrol(List.of(one));
            words.keep(null, "late words");
        });

        assertThat(late).hasSizeGreaterThan(4);
        assertThat(keysInUse()).containsExactly(key);
        var faces = citizens.enrol(late).stream()
                .map(one -> citizens.lookAt(one.person(), "caller1", null, true).number())
                .toList();
        assertThat(faces).isEqualTo(late.stream().map(Told::phone).toList());
    }

    @Test
    void another_master_key_opens_what_the_first_one_closed() {
        var first = new MasterKey(master);
        var second = new MasterKey(NEW_MASTER);
        var asSecond = new Rotation(tables, null, null, second, evidence, transactions, null);

        rotation.rewrap(second);
        try {
            assertThatThrownBy(() -> new Keyring(tables, first)).isInstanceOf(StartRefused.class);
            var keys = new Keyring(tables, second);
            assertThat(new CitizenTables(db, keys)
                            .numbers(List.of(enrolled.get(0).line())))
                    .containsValue(told.get(0).phone());
        } finally {
            asSecond.rewrap(first);
        }
        assertThat(new Keyring(tables, first)).isNotNull();
    }

    @Test
    void the_command_rotates_beside_a_running_server_and_says_how_far_it_is() {
        var out = new ByteArrayOutputStream();

        int code = command(out, List.of(), Map.of());

        assertThat(code).as(text(out)).isZero();
        assertThat(text(out)).contains("2,000 of ", "Everything is sealed under key ");
        assertThat(keysInUse()).hasSize(1);
        everybodyIsRead();
        citizens.enrol(List.of(new Told("After", aMobile(), false)));
        assertThat(keysInUse()).hasSize(1);
    }

    @Test
    void the_command_takes_no_trivial_master_key() {
        var out = new ByteArrayOutputStream();

        assertThat(command(out, List.of("--master"), Map.of())).isEqualTo(1);
        assertThat(command(out, List.of("--master"), Map.of("MINYI_MASTER_KEY_NEW", "A".repeat(43) + "=")))
                .isEqualTo(1);
        assertThat(text(out)).contains("MINYI_MASTER_KEY_NEW is missing", "MINYI_MASTER_KEY_NEW is not random");
    }

    @Autowired
    org.minyi.audit.Evidence evidence;

    @Autowired
    org.springframework.transaction.PlatformTransactionManager transactions;

    private int command(ByteArrayOutputStream out, List<String> arguments, Map<String, String> environment) {
        var all = new ArrayList<>(arguments);
        all.addAll(List.of(
                "--minyi.embedded-postgres=false",
                "--spring.datasource.url=" + TestDatabase.addressOf(database),
                "--spring.datasource.username=" + TestDatabase.APPLICATION,
                "--spring.datasource.password=",
                "--minyi.master-key=" + master));
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new RotateKeysCommand(stream, stream).run(all, environment);
    }

    private static String text(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8);
    }

    private void everybodyIsRead() {
        var lines = enrolled.stream().map(Enrolled::line).toList();
        var numbers = citizens.numbers(lines);
        assertThat(lines.stream().map(numbers::get))
                .isEqualTo(told.stream().map(Told::phone).toList());
        assertThat(citizens.enrol(told)).isEqualTo(enrolled);
        var first = citizens.lookAt(enrolled.get(0).person(), "caller1", UUID.randomUUID(), true);
        assertThat(first).isEqualTo(new Face("Citizen 0", told.get(0).phone(), "Road 0"));
        assertThat(mailboxes.of(enrolled.get(0).person()).flatMap(mailboxes::address))
                .contains("wang@mail.example");
        for (var at = 0; at < FILES; at++) {
            var file = attachments.open(files.get(at)).orElseThrow();
            assertThat(file.name()).isEqualTo("counter " + at + ".png");
            assertThat(file.content()).isEqualTo(new byte[] {1, 2, (byte) at});
        }
    }

    /** Under which keys the values of all columns are sealed. */
    private List<Integer> keysInUse() {
        return db.sql(
                        """
                        select distinct ('x' || encode(substring(sealed from 2 for 4), 'hex'))::bit(32)::int
                          from (select number from citizen.line union all select name from citizen.person
                                union all select address from citizen.person union all select text from citizen.words
                                union all select name from citizen.attachment
                                union all select address from citizen.mailbox
                                union all select content from citizen.attachment)
                            as everything (sealed)
                         where sealed is not null
                        """)
                .query(Integer.class)
                .list();
    }

    private static String aMobile() {
        return "13" + String.format("%09d", ThreadLocalRandom.current().nextInt(1_000_000_000));
    }
}
