package org.minyi.contact.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minyi.MinyiTest;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.Face;
import org.minyi.citizen.PersonId;
import org.minyi.contact.ContactRows;
import org.minyi.contact.Contacts;
import org.minyi.organisation.ClientKeys;
import org.minyi.organisation.MachineClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@MinyiTest
@TestPropertySource(properties = "minyi.contacts.max-size=16MB")
class ContactsApiTest {

    private static final AtomicInteger SOURCES = new AtomicInteger();
    private static final Charset GB18030 = Charset.forName("GB18030");

    @LocalServerPort
    int port;

    @Autowired
    ClientKeys keys;

    @Autowired
    Contacts contacts;

    @Autowired
    JdbcClient db;

    @Autowired
    Citizens citizens;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    HikariDataSource pool;

    @Autowired
    Clock clock;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper mapper = new ObjectMapper();
    private String key;

    /** Every test is a source system of its own. */
    private final String source = "SOURCE-" + SOURCES.incrementAndGet();

    @BeforeEach
    void aClientWithAKey() {
        key = keys.issue(MachineClient.ofEverybody("test"));
    }

    @Test
    void a_table_is_taken_over_and_counted() throws Exception {
        var answer = ok(csv(ContactRows.file(source, 0, 25)));

        assertThat(answer.toString())
                .isEqualTo("{\"received\":25,\"accepted\":25,\"repeated\":0,\"rejected\":0,"
                        + "\"unknownColumns\":[],\"rejects\":[],\"rejectsLeftOut\":0}");
        assertThat(stored()).isEqualTo(25);
    }

    @Test
    void a_repeat_changes_nothing_not_even_people() throws Exception {
        var file = ContactRows.file(source, 100, 40)
                + "%s,NOPHONE,hotline,hotline,%s,990101000000,,何平,\n".formatted(source, recently());
        ok(csv(file));
        var before = everything();

        var answer = ok(csv(file));

        assertThat(counts(answer)).isEqualTo("41 received, 0 accepted, 41 repeated, 0 rejected");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_key_speaks_for_its_own_source_and_for_no_other() throws Exception {
        key = keys.issue(new MachineClient("window hall", Set.of(source), Set.of()));

        var answer = ok(csv(ContactRows.file(source, 0, 2) + ContactRows.csv("other-" + source, 1) + "\n"));

        assertThat(counts(answer)).isEqualTo("3 received, 2 accepted, 0 repeated, 1 rejected");
        assertThat(answer.get("rejects").findValuesAsText("field")).containsExactly("source");
        assertThat(answer.get("rejects").findValuesAsText("expected"))
                .containsExactly("a source that your key speaks for");
    }

    @Test
    void a_line_twice_in_the_same_file_counts_as_repeated() throws Exception {
        var answer = ok(csv(ContactRows.file(source, 0, 3) + ContactRows.csv(source, 1) + "\n"));

        assertThat(counts(answer)).isEqualTo("4 received, 3 accepted, 1 repeated, 0 rejected");
    }

    @Test
    void columns_come_in_any_order_and_unknown_ones_are_named() throws Exception {
        var answer =
                ok(csv("phone,Weather,name,served_at,business,module,reference,SOURCE,unit,minor,officer,mood,address\n"
                        + "13800000000,rain,王芳,%s,exit-entry,window-service,A1,%s,990101000000,yes,P1,good, 北桥路3号 \n"
                                .formatted(recently(), source)));

        assertThat(counts(answer)).isEqualTo("1 received, 1 accepted, 0 repeated, 0 rejected");
        assertThat(answer.get("unknownColumns").toString()).isEqualTo("[\"Weather\",\"mood\"]");
        assertThat(db.sql(
                                """
                                select p.minor || ' ' || c.business || ' ' || c.officer
                                  from contact c join citizen.person p on p.id = c.person_id where c.source = :source
                                """)
                        .param("source", source)
                        .query(String.class)
                        .list())
                .containsExactly("true exit-entry P1");
        assertThat(faceOf("A1")).isEqualTo(new Face("王芳", "13800000000", "北桥路3号"));
    }

    @Test
    void gb18030_is_recognised_even_when_its_first_name_stands_far_down() throws Exception {
        var file = new StringBuilder(ContactRows.HEADER).append('\n');
        for (int number = 0; number < 3000; number++) {
            file.append(ContactRows.csv(source, number).replaceAll("[^\\x00-\\x7f]+", "Wang Fang"))
                    .append('\n');
        }
        file.append("%s,LAST,hotline,hotline,%s,990101000000,,㙍䶮,\n".formatted(source, recently()));

        var answer = ok(csv(file.toString().getBytes(GB18030)));

        assertThat(counts(answer)).isEqualTo("3001 received, 3001 accepted, 0 repeated, 0 rejected");
        assertThat(nameOf("LAST")).isEqualTo("㙍䶮");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv; charset=GB18030", "text/csv; charset=gbk", "text/csv;charset=\"GB2312\""})
    void gb18030_may_be_declared(String type) throws Exception {
        var answer = ok(post(type, ContactRows.file(source, 0, 2).getBytes(GB18030)));

        assertThat(counts(answer)).startsWith("2 received, 2 accepted");
        assertThat(nameOf("R0000000")).isEqualTo(ContactRows.name(0));
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_header() throws Exception {
        assertThat(counts(ok(csv("\ufeff" + ContactRows.file(source, 0, 2))))).startsWith("2 received, 2 accepted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "source   | ''                  | nothing             | not blank",
                "reference| ''                  | nothing             | not blank",
                "reference| LONG                | 101 characters      | at most 100 characters",
                "module   | windows             | windows             | a module: one of 110-reception, case-handling",
                "module   | 13800000000         | 11 characters, not shown | a module: one of",
                "module   | 王芳                | 2 characters, not shown | a module: one of",
                "module   | WangFang            | 8 characters, not shown | a module: one of",
                "unit     | 138-0000-1234       | 13 characters, not shown | a unit code of twelve digits",
                "unit     | (020)81234567       | 13 characters, not shown | a unit code of twelve digits",
                "unit     | WangFang            | 8 characters, not shown | a unit code of twelve digits",
                "served_at| 138 0000 1234       | 13 characters, not shown | a date and time",
                "business | passports           | passports           | a business: one of exit-entry, household-registration,"
                        + " public-security-licence, vehicle-driver",
                "business | criminal-case       | criminal-case       | a business of module window-service; it belongs to"
                        + " case-handling",
                "served_at| yesterday           | 9 characters, not shown | a date and time, for example 2026-11-21 10:05",
                "served_at| 2025-02-30 10:00    | 2025-02-30 10:00    | a date and time",
                "served_at| 2099-01-01 10:00    | 2099-01-01 10:00    | not in the future",
                "served_at| 2019-01-01T10:00:00Z| 2019-01-01T10:00:00Z| not more than 400 days ago",
                "unit     | 9901                | 9901                | a unit code of twelve digits",
                "unit     | ''                  | nothing             | a unit code of twelve digits",
                "officer  | LONG                | 101 characters      | at most 100 characters",
                "name     | ''                  |                     | not blank",
                "name     | LONG                |                     | at most 100 characters",
                "phone    | 138000000           |                     | the phone number has 9 digits; 11 are expected",
                "phone    | call me             |                     | the phone number contains characters that are not",
                "minor    | perhaps             | perhaps             | true or false",
            })
    void a_bad_field_is_told_with_line_field_what_arrived_and_what_was_expected(
            String field, String value, String arrived, String expected) throws Exception {
        var good = List.of(source, "BAD", "window-service", "exit-entry", recently(), "990101000000", "P1", "王芳", "");
        var labels = List.of((ContactRows.HEADER + ",minor").split(","));
        var bad = labels.stream()
                .map(label -> label.equals(field)
                        ? value.replace("LONG", "x".repeat(101))
                        : labels.indexOf(label) < good.size() ? good.get(labels.indexOf(label)) : "no")
                .collect(Collectors.joining(","));

        var answer = ok(csv(ContactRows.HEADER + ",minor\n" + ContactRows.csv(source, 1) + ",\n" + bad + "\n"
                + ContactRows.csv(source, 2) + ",\n"));

        assertThat(counts(answer)).isEqualTo("3 received, 2 accepted, 0 repeated, 1 rejected");
        var reject = answer.get("rejects").get(0);
        assertThat(answer.get("rejects")).hasSize(1);
        assertThat(reject.get("line").asInt()).isEqualTo(3);
        assertThat(reject.get("field").asText()).isEqualTo(field);
        assertThat(reject.has("arrived") ? reject.get("arrived").asText() : null)
                .isEqualTo(arrived);
        assertThat(reject.get("expected").asText()).startsWith(expected);
    }

    @Test
    void line_numbers_count_the_line_breaks_inside_quotation_marks() throws Exception {
        var answer = ok(csv(ContactRows.HEADER + "\r\n"
                + "%s,A1,hotline,hotline,%s,990101000000,,\"王\r\n芳\",\r\n".formatted(source, recently())
                + "\r\n"
                + "%s,A2,hotline,hotline,%s,12,,\"She said \"\"no\"\"\",13\r\n".formatted(source, recently())
                + "%s,A3,hotline,hotline\r\n".formatted(source)
                + "%s,A4,hotline,hotline,%s,990101000000,,\"王\"芳,\r\n".formatted(source, recently())
                + ",,,,,,,,\r\n"));

        assertThat(counts(answer)).isEqualTo("4 received, 2 accepted, 0 repeated, 2 rejected");
        assertThat(answer.get("rejects").findValuesAsText("line")).containsExactly("5", "5", "6");
        assertThat(answer.get("rejects").findValuesAsText("field")).containsExactly("unit", "phone", "record");
        assertThat(answer.get("rejects").get(2).get("arrived").asText()).isEqualTo("4 fields");
        assertThat(nameOf("A1")).isEqualTo("王 芳");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-MM-dd HH:mm",
                "yyyy-MM-dd HH:mm:ss",
                "yyyy-MM-dd'T'HH:mm",
                "yyyy-MM-dd'T'HH:mm:ss",
                "yyyy-MM-dd'T'HH:mm:ss'+08:00'",
                "yyyy-MM-dd'T'HH:mm:ss'+0800'",
                "yyyy-MM-dd HH:mm'+08:00'"
            })
    void a_time_without_a_zone_is_the_citys_time(String format) throws Exception {
        var served = LocalDateTime.now(clock).minusHours(30).withSecond(0).withNano(0);
        var typed = served.format(java.time.format.DateTimeFormatter.ofPattern(format, Locale.ROOT));

        ok(csv(ContactRows.HEADER + "\n%s,A1,hotline,hotline,%s,990101000000,,王芳,\n".formatted(source, typed)));

        assertThat(db.sql("select served_at from contact where source = :source")
                        .param("source", source)
                        .query(java.sql.Timestamp.class)
                        .single()
                        .toInstant())
                .isEqualTo(served.atZone(clock.getZone()).toInstant());
    }

    @Test
    void json_says_the_same() throws Exception {
        var array = IntStream.range(0, 30)
                .mapToObj(number -> ContactRows.json(source, number))
                .collect(Collectors.joining(",\n", "[\n", "\n]"));

        assertThat(counts(ok(post("application/json", array.getBytes(UTF_8)))))
                .isEqualTo("30 received, 30 accepted, 0 repeated, 0 rejected");
        assertThat(counts(ok(csv(ContactRows.file(source, 0, 31)))))
                .isEqualTo("31 received, 1 accepted, 30 repeated, 0 rejected");
    }

    @Test
    void a_bad_object_of_json_is_told_by_its_line_and_stops_no_other() throws Exception {
        var answer = ok(post(
                "application/json",
                """
                [ %s,
                  {"source": "%s", "reference": 17, "module": ["a"], "business": null, "mood": {"a": [1]},
                   "served_at": "now", "unit": 990101000000, "name": "a\\u0000b", "phone": "1"},
                  "a contact",
                  %s ]
                """
                        .formatted(ContactRows.json(source, 1), source, ContactRows.json(source, 2))
                        .getBytes(UTF_8)));

        assertThat(counts(answer)).isEqualTo("4 received, 2 accepted, 0 repeated, 2 rejected");
        assertThat(answer.get("unknownColumns").toString()).isEqualTo("[\"mood\"]");
        assertThat(answer.get("rejects").findValuesAsText("field")).containsExactly("module", "record");
        assertThat(answer.get("rejects").findValuesAsText("line")).containsExactly("2", "4");
    }

    @Test
    void control_characters_and_halves_of_characters_are_no_text() throws Exception {
        var answer = ok(post(
                "application/json",
                ("[" + ContactRows.json(source, 1).replace(ContactRows.name(1), "a\\u0000b") + ","
                                + ContactRows.json(source, 2).replace(ContactRows.name(2), "\\ud842") + ","
                                + ContactRows.json(source, 3).replace(ContactRows.name(3), "\\ud842\\udfb7") + "]")
                        .getBytes(UTF_8)));

        assertThat(counts(answer)).isEqualTo("3 received, 1 accepted, 0 repeated, 2 rejected");
        assertThat(nameOf("R0000003")).isEqualTo("𠮷");
    }

    @Test
    void json_lines_are_read_one_by_one() throws Exception {
        var answer = ok(post(
                "application/x-ndjson",
                (ContactRows.json(source, 1) + "\n{\"broken\n\n" + ContactRows.json(source, 2) + "\n[1]\n"
                                + ContactRows.json(source, 3))
                        .getBytes(UTF_8)));

        assertThat(counts(answer)).isEqualTo("5 received, 3 accepted, 0 repeated, 2 rejected");
        assertThat(answer.get("rejects").findValuesAsText("line")).containsExactly("2", "5");
    }

    @Test
    void of_many_rejects_the_first_thousand_are_told() throws Exception {
        var file = new StringBuilder(ContactRows.file(source, 0, 5));
        for (int line = 0; line < 1200; line++) {
            file.append(source).append(",B").append(line).append(",hotline,hotline,,,,王芳,\n");
        }

        var answer = ok(csv(file.toString()));

        assertThat(counts(answer)).isEqualTo("1205 received, 5 accepted, 0 repeated, 1200 rejected");
        assertThat(answer.get("rejects")).hasSize(1000);
        assertThat(answer.get("rejectsLeftOut").asInt()).isEqualTo(1400);
    }

    @Test
    void a_file_that_breaks_off_is_refused_and_leaves_nothing_behind() throws Exception {
        var whole = ContactRows.file(source, 0, 9000);
        var before = everything();

        refused(csv(whole.substring(0, whole.length() - 40)), "The file breaks off in line 9001, after 5 of 9 fields");
        refused(
                csv(whole.substring(0, whole.length() - 4)),
                "The file breaks off in line 9001: it has no line break at its end and its phone cannot be right");
        refused(csv(whole + source + ",\"A"), "A quotation mark opened after line 9001 is never closed");
        var bytes = whole.getBytes(UTF_8);
        int cut = lastByteOfAName(bytes);
        refused(csv(java.util.Arrays.copyOf(bytes, cut)), "The file is cut off in the middle of a character");
        var json = "[" + ContactRows.json(source, 1) + "," + ContactRows.json(source, 2) + "]";
        refused(
                post("application/json", json.substring(0, json.length() - 9).getBytes(UTF_8)),
                "The JSON breaks off in line 1");
        refused(
                post("application/json", json.substring(0, json.length() - 1).getBytes(UTF_8)),
                "The JSON breaks off in line 1");
        refused(
                post("application/json", json.replace(":", "=").getBytes(UTF_8)),
                "The JSON is not well-formed in line 1");
        refused(post("application/json", (json + "]").getBytes(UTF_8)), "The JSON is not well-formed in line 1");

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_body_shorter_than_announced_is_refused() throws Exception {
        var body = ContactRows.file(source, 0, 3).getBytes(UTF_8);
        var before = everything();

        var answer = raw(
                ("POST /api/contacts HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: text/csv\r\n"
                                + "Authorization: Bearer " + key + "\r\nContent-Length: " + (body.length + 10)
                                + "\r\n\r\n")
                        .getBytes(UTF_8),
                body);

        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void what_is_no_text_is_refused_in_one_sentence() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(ContactRows.file(source, 0, 50).getBytes(UTF_8));
        }
        refused(csv(packed.toByteArray()), "The file is binary: text in UTF-8 or GB18030 is expected.");
        refused(csv(ContactRows.file(source, 0, 1).replace("hotline", "\0") + "\0"), "The file is binary");
        refused(csv(ContactRows.file(source, 0, 1).getBytes(java.nio.charset.StandardCharsets.UTF_16)), "UTF-16");
        refused(csv("PK\u0003\u0004 an Excel workbook"), "The file is an Excel workbook or another archive");
        var damaged = ContactRows.file(source, 0, 50).getBytes(UTF_8);
        damaged[damaged.length - 20] = (byte) 0xff;
        refused(csv(damaged), "The file is UTF-8 but damaged");
        refused(
                post("text/csv; charset=utf-8", ContactRows.file(source, 0, 5).getBytes(GB18030)),
                "not written in UTF-8");
        assertThat(stored()).isZero();
    }

    @Test
    void a_table_of_something_else_is_refused_in_one_sentence() throws Exception {
        refused(
                csv("source,reference\na,b\n"),
                "The header lacks module, business, served_at, unit, officer, name, phone");
        refused(csv(ContactRows.HEADER + ",name\n"), "The column name stands twice in the header.");
        refused(csv(""), "The file is empty; a header with source,reference,");
        refused(post("application/json", new byte[0]), "The file is empty; a JSON array");
        refused(post("application/json", "3".getBytes(UTF_8)), "The JSON is no array of contacts.");
        assertThat(counts(ok(csv(ContactRows.HEADER + "\n")))).startsWith("0 received");
        assertThat(counts(ok(post("application/json", "[]".getBytes(UTF_8))))).startsWith("0 received");
    }

    @Test
    void without_a_key_nothing_is_taken() throws Exception {
        var body = ContactRows.file(source, 0, 2).getBytes(UTF_8);

        var none = http.send(request("text/csv", body).build(), BodyHandlers.ofString());
        var wrong = http.send(
                request("text/csv", body)
                        .header("Authorization", "Bearer wrong")
                        .build(),
                BodyHandlers.ofString());

        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(none.body()).contains("A client key is expected: Authorization: Bearer KEY.");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("The client key is not known or was revoked.");
        assertThat(stored()).isZero();
    }

    @Test
    void other_kinds_of_body_are_refused() throws Exception {
        assertThat(post("application/xml", "<a/>".getBytes(UTF_8)).statusCode()).isEqualTo(415);
        assertThat(post("application/x-www-form-urlencoded", "a=b".getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(415);
        assertThat(post("nonsense", "a=b".getBytes(UTF_8)).body())
                .contains("The Content-Type is not one of text/csv, application/json and application/x-ndjson.");
        assertThat(post("text/csv; charset=latin1", "a".getBytes(UTF_8)).statusCode())
                .isEqualTo(415);
    }

    @Test
    void a_file_too_large_is_refused() throws Exception {
        var answer = post("text/csv", new byte[17 << 20]);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("The file is larger than the 16 MB taken at once; send it in parts.");
    }

    @Test
    void the_same_file_from_two_sides_at_once_is_taken_once() throws Exception {
        var file = ContactRows.file(source, 0, 6000);
        Callable<JsonNode> send = () -> ok(csv(file));

        var sides = Executors.newFixedThreadPool(3);
        try {
            long accepted = 0;
            for (var answer : sides.invokeAll(List.of(send, send, send))) {
                assertThat(answer.get().get("received").asInt()).isEqualTo(6000);
                accepted += answer.get().get("accepted").asLong();
            }
            assertThat(accepted).isEqualTo(6000);
            assertThat(stored()).isEqualTo(6000);
        } finally {
            sides.shutdownNow();
        }
    }

    @Test
    void deliveries_that_wait_for_each_other_leave_the_database_to_the_others() throws Exception {
        var senders = Executors.newFixedThreadPool(25);
        try {
            var waiting = transaction.execute(status -> {
                db.sql("select pg_advisory_xact_lock(hashtext('minyi.contact'))::text")
                        .query(String.class)
                        .optional();
                var sent = IntStream.range(0, 25)
                        .mapToObj(at -> senders.submit(() -> ok(csv(ContactRows.file(source, at, 1)))))
                        .toList();
                await(() -> pool.getHikariPoolMXBean().getActiveConnections() > 1);
                // As long as it takes for all of them to be here.
                pause(1_500);
                assertThat(pool.getHikariPoolMXBean().getActiveConnections())
                        .as("this one, the first delivery, and whoever looks around")
                        .isLessThan(8);
                return sent;
            });
            for (var one : waiting) {
                one.get(30, TimeUnit.SECONDS);
            }
            assertThat(stored()).isEqualTo(25);
        } finally {
            senders.shutdownNow();
        }
    }

    private static void await(java.util.function.BooleanSupplier reached) {
        for (var tries = 0; tries < 100 && !reached.getAsBoolean(); tries++) {
            pause(50);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void twenty_thousand_rows_in_one_go_are_handed_out_by_day() throws Exception {
        assertThat(counts(ok(csv(ContactRows.file(source, 0, 20_000))))).startsWith("20000 received, 20000 accepted");

        var yesterday = java.time.LocalDate.now(clock).minusDays(1);
        var served = new java.util.ArrayList<String>();
        contacts.eachServedOn(yesterday, Instant.EPOCH, 999, chunk -> chunk.stream()
                .filter(contact -> contact.source().equals(source))
                .forEach(contact -> served.add(contact.reference())));

        assertThat(served).hasSize(20_000).doesNotHaveDuplicates();
        assertThat(contacts.countServedOn(yesterday)).isGreaterThanOrEqualTo(20_000);
    }

    private HttpResponse<String> csv(String text) throws IOException, InterruptedException {
        return csv(text.getBytes(UTF_8));
    }

    private HttpResponse<String> csv(byte[] body) throws IOException, InterruptedException {
        return post("text/csv", body);
    }

    private HttpResponse<String> post(String type, byte[] body) throws IOException, InterruptedException {
        return http.send(
                request(type, body).header("Authorization", "Bearer " + key).build(), BodyHandlers.ofString(UTF_8));
    }

    private HttpRequest.Builder request(String type, byte[] body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/contacts"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body));
    }

    private String raw(byte[] head, byte[] body) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head);
            socket.getOutputStream().write(body);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private JsonNode ok(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return mapper.readTree(response.body());
    }

    private void refused(HttpResponse<String> response, String sentence) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(mapper.readTree(response.body()).get("detail").asText()).contains(sentence);
    }

    private static String counts(JsonNode answer) {
        return "%s received, %s accepted, %s repeated, %s rejected"
                .formatted(
                        answer.get("received"), answer.get("accepted"), answer.get("repeated"), answer.get("rejected"));
    }

    private int stored() {
        return db.sql("select count(*) from contact where source = :source")
                .param("source", source)
                .query(Integer.class)
                .single();
    }

    /** How many rows each table holds. */
    private String everything() {
        return db.sql(
                        """
                        select concat_ws(' ', (select count(*) from contact), (select count(*) from citizen.person),
                               (select count(*) from citizen.line), (select max(xmin::text::bigint) from citizen.person))
                        """)
                .query(String.class)
                .single();
    }

    private String nameOf(String reference) {
        return faceOf(reference).name();
    }

    private Face faceOf(String reference) {
        var person = db.sql("select person_id from contact where source = :source and reference = :reference")
                .param("source", source)
                .param("reference", reference)
                .query(UUID.class)
                .single();
        return citizens.lookAt(new PersonId(person), "reviewer1", null, true);
    }

    private String recently() {
        return LocalDateTime.now(clock).minusHours(3).withNano(0).toString();
    }

    private static int lastByteOfAName(byte[] bytes) {
        for (int at = bytes.length - 1; ; at--) {
            if (bytes[at] < 0) {
                return at;
            }
        }
    }
}
