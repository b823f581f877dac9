package org.minyi.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What names a person is nowhere to be read in the database, and what was sealed opens only where it belongs. */
@MinyiTest
class SealedTest {

    private static final int CANARIES = 50;

    @Autowired
    Citizens citizens;

    @Autowired
    WordsBook words;

    @Autowired
    Attachments attachments;

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    Keyring keys;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void no_column_of_any_table_holds_a_name_a_number_an_address_or_words() {
        var canaries = new ArrayList<String>();
        var told = new ArrayList<Told>();
        for (var at = 0; at < CANARIES; at++) {
            var one = new Told("金丝雀" + at + "号", aMobile(), at % 9 == 0, "Canary Road " + at + ", 澜河");
            told.add(one);
            canaries.addAll(List.of(one.name(), one.phone(), one.address()));
        }
        var enrolled = citizens.enrol(told);
        for (var at = 0; at < CANARIES; at++) {
            var said = told.get(at).name() + " was never called back on "
                    + told.get(at).phone();
            words.keep(enrolled.get(at).person(), said);
            var mail = "canary" + at + "@mail.example";
            mailboxes.keep(enrolled.get(at).person(), mail);
            canaries.add(mail);
            attachments.keep(
                    enrolled.get(at).person(),
                    told.get(at).name() + ".txt",
                    FileKind.TEXT,
                    said.getBytes(StandardCharsets.UTF_8));
            citizens.lookAt(enrolled.get(at).person(), "caller1", UUID.randomUUID(), at % 2 == 0);
        }

        assertThat(everything())
                .hasSizeGreaterThan(200)
                .satisfies(columns -> columns.forEach((column, text) -> {
                    for (var canary : canaries) {
                        assertThat(text.contains(canary) || text.contains(hex(canary)))
                                .as("a canary in %s", column)
                                .isFalse();
                    }
                }));
    }

    /** Whoever steals the tables and may try all eleven-digit numbers must have the key as well. */
    @Test
    void a_number_is_found_again_by_a_hash_that_nobody_makes_without_the_key() throws NoSuchAlgorithmException {
        var number = aMobile();
        var line = citizens.enrol(List.of(new Told("Wang Fang", number, false)))
                .get(0)
                .line();
        var stored = db.sql("select number_hash from citizen.line where id = ?")
                .param(line.value())
                .query(byte[].class)
                .single();
        assertThat(stored).isEqualTo(keys.lookup().number(number));
        assertThat(new LookupKey(new byte[32]).number(number))
                .isNotEqualTo(new LookupKey("another key, of 32 bytes as well".getBytes(StandardCharsets.UTF_8))
                        .number(number))
                .isNotEqualTo(stored);

        var columns = everything();
        assertThat(columns.get("citizen.line.number_hash"))
                .contains(HexFormat.of().formatHex(stored));
        for (var written : List.of(number, "+86" + number, "86" + number, "citizen.line.number" + number)) {
            for (var kind : List.of("SHA-256", "SHA-1", "MD5")) {
                var hash = HexFormat.of()
                        .formatHex(MessageDigest.getInstance(kind).digest(written.getBytes(StandardCharsets.UTF_8)));
                columns.forEach((column, text) -> assertThat(text)
                        .as("%s of a number in %s", kind, column)
                        // The beginning is in the whole.
                        .doesNotContain(hash.substring(0, 32)));
            }
        }
    }

    @Test
    void what_was_sealed_for_one_row_does_not_open_in_another() {
        var one = enrolled("Wang Fang");
        var other = enrolled("Li Na");
        db.sql("update citizen.line set number = (select number from citizen.line where id = ?) where id = ?")
                .params(one.line().value(), other.line().value())
                .update();
        db.sql("update citizen.person set address = name where id = ?")
                .param(one.person().value())
                .update();

        assertThatThrownBy(() -> citizens.numbers(List.of(other.line())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("what stands in LINE_NUMBER of " + other.line() + " was not sealed for this row");
        assertThatThrownBy(() -> citizens.lookAt(one.person(), "caller1", null, false))
                .hasMessageContaining("PERSON_ADDRESS of " + one.person());
        assertThat(citizens.numbers(List.of(one.line()))).hasSize(1);
    }

    @Test
    void a_file_opens_in_its_own_row_alone_and_shows_nothing_when_printed() {
        var one = enrolled("Wang Fang");
        var file = attachments.keep(one.person(), "Wang Fang.txt", FileKind.TEXT, new byte[] {1, 2, 3});
        var other = attachments.keep(one.person(), "Li Na.txt", FileKind.TEXT, new byte[] {4, 5, 6});
        assertThat(attachments.open(file).orElseThrow().toString()).isEqualTo("Attachment[TEXT, 3 bytes]");
        assertThat(attachments.open(file).orElseThrow().content()).containsExactly(1, 2, 3);

        db.sql(
                        "update citizen.attachment set content = (select content from citizen.attachment where id = ?) where id = ?")
                .params(file.value(), other.value())
                .update();

        assertThatThrownBy(() -> attachments.open(other)).hasMessageContaining("ATTACHMENT_CONTENT of " + other);
        assertThat(attachments.open(new AttachmentId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void a_file_of_more_than_ten_megabytes_is_not_kept() {
        var one = enrolled("Wang Fang");

        for (var size : List.of(0, Attachments.LARGEST + 1)) {
            assertThatThrownBy(() -> attachments.keep(one.person(), "x", FileKind.PDF, new byte[size]))
                    .hasMessageContaining(size + " bytes");
        }
        var largest = attachments.keep(one.person(), "x", FileKind.PDF, new byte[Attachments.LARGEST]);
        assertThat(attachments.open(largest).orElseThrow().content()).hasSize(Attachments.LARGEST);
        db.sql("delete from citizen.attachment where id = ?")
                .param(largest.value())
                .update();
    }

    @Test
    void a_changed_bit_is_found() {
        var one = enrolled("Wang Fang");
        db.sql("update citizen.person set name = set_byte(name, 20, get_byte(name, 20) # 1) where id = ?")
                .param(one.person().value())
                .update();

        assertThatThrownBy(() -> citizens.lookAt(one.person(), "caller1", null, false))
                .hasMessageContaining("was not sealed for this row");
    }

    @Test
    void equal_names_and_equal_words_look_different_every_time() {
        enrolled("Zhao Lei");
        enrolled("Zhao Lei");
        words.keepAll(List.of(new Spoken(null, "same"), new Spoken(null, "same")));

        for (var column :
                Map.of("name", "person", "name_hash", "person", "text", "words").entrySet()) {
            assertThat(db.sql("select count(%1$s) - count(distinct %1$s) from citizen.%2$s"
                                    .formatted(column.getKey(), column.getValue()))
                            .query(Integer.class)
                            .single())
                    .as(column.toString())
                    .isZero();
        }
    }

    @Test
    void an_address_told_later_replaces_the_one_before_and_none_changes_nothing() {
        var phone = aMobile();
        var person = citizens.enrol(List.of(new Told("Wang Fang", phone, false, "East Road 1")))
                .get(0)
                .person();
        citizens.enrol(List.of(new Told("Wang Fang", phone, false, "West Road 2")));
        citizens.enrol(List.of(new Told("Wang Fang", phone, false, " ")));

        assertThat(citizens.lookAt(person, "caller1", null, true).address()).isEqualTo("West Road 2");
    }

    @Test
    void outside_a_transaction_nothing_is_sealed() {
        assertThatThrownBy(() -> keys.sealing()).hasMessageContaining("outside a transaction");
        transaction.executeWithoutResult(
                status -> assertThat(keys.sealing().id()).isEqualTo(2));
    }

    @Test
    void nothing_that_carries_a_person_shows_them_when_printed() {
        var told = new Told("Wang Fang", "13800001234", false, "East Road 1");
        var face = new Face("Wang Fang", "13800001234", "East Road 1");
        var phone = PhoneReading.of("13800001234");

        for (var printed : List.of(
                told,
                face,
                phone,
                new Spoken(null, "Wang Fang 13800001234"),
                new CitizenTables.OnLine(new LineId(UUID.randomUUID()), "Wang Fang"),
                new CitizenTables.NewPerson(new PersonId(UUID.randomUUID()), "Wang Fang", null, false, "East Road 1"),
                enrolled("Wang Fang"),
                keys.lookup())) {
            assertThat(printed.toString()).doesNotContain("13800001234", "Wang", "East");
        }
    }

    /** Every column of every table as text; what is bytes also as hex, as PostgreSQL shows it. */
    private Map<String, String> everything() {
        var columns = new java.util.TreeMap<String, String>();
        db.sql(
                        """
                        select format('%I.%I', c.table_schema, c.table_name), quote_ident(c.column_name)
                          from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                         where t.table_type = 'BASE TABLE'
                           and c.table_schema not in ('pg_catalog', 'information_schema')
                        """)
                .query(row -> {
                    var table = row.getString(1);
                    var column = row.getString(2);
                    columns.put(
                            table + "." + column,
                            db.sql("select coalesce(string_agg(%s::text, ' '), '') from %s".formatted(column, table))
                                    .query(String.class)
                                    .single());
                });
        return columns;
    }

    private Enrolled enrolled(String name) {
        return citizens.enrol(List.of(new Told(name, aMobile(), false))).get(0);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String aMobile() {
        return "13" + String.format("%09d", ThreadLocalRandom.current().nextInt(1_000_000_000));
    }
}
