package org.minyi.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.minyi.MinyiTest;
import org.minyi.NodeTools;
import org.minyi.desk.Logins;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.RequestEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A search as a file: what stands in it, who may have it, and that no cell of it is ever a formula. */
@MinyiTest
class HistoryExportTest {

    private static final List<String> SIGNS = List.of(
            "=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠", " =", "\u00a0=", "\u3000＝", "\ufeff=",
            "\u200b=");

    private static final List<String> FORMULAS = List.of(
            "1+1",
            "cmd|'/c calc'!A1",
            "SUM(A1:A9)",
            "HYPERLINK(\"http://x.example\",\"y\")",
            "WEBSERVICE(\"http://x.example\")",
            "A1",
            "2026-000001",
            "1",
            "IMPORTXML(\"x\";\"y\")",
            "DDE(\"a\";\"b\";\"c\")");

    private static final Pattern FORMULA_CELL = Pattern.compile("table:formula=");
    private static final Pattern CELL = Pattern.compile("<table:table-cell[^>]*office:value-type=\"([a-z]+)\"");

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void two_matters(@Autowired Organisation organisation, @Autowired Units units, @Autowired Logins logins) {
        if (units.find(SmallCity.CENTRE).isPresent()) {
            return;
        }
        SmallCity.standsIn(organisation, units);
        logins.give(List.of("auditor1", "officer1", "owner1"), "minyi");
        var laid = new LaidDown(db);
        var may = LocalDateTime.parse("2026-05-10T09:00:00");
        var north = laid.matter("2026-000001", SmallCity.NORTH, SmallCity.NORTH_POST, null, null);
        laid.instance("complaint", north.toString(), null, may, may.plusHours(36), "endEvent_closed");
        var south = laid.matter("2026-000002", SmallCity.SOUTH, SmallCity.SOUTH_POST, null, null);
        laid.instance("complaint", south.toString(), null, may.plusDays(1), null, null);
        db.sql("update complaint set title = '=HYPERLINK(\"http://x.example\")' where number = '2026-000002'")
                .update();
    }

    @Test
    void everything_that_is_found_is_in_the_file_newest_first_in_the_readers_language() {
        var english = lines("auditor1", "en");
        assertThat(english.get(0))
                .isEqualTo("\ufeffMatter,Title,Process,Version,Unit,Started,Ended,Hours,Outcome,State,Instance");
        assertThat(english.get(1))
                .startsWith(
                        "2026-000002,\"'=HYPERLINK(\"\"http://x.example\"\")\",Complaint,1,South Gate Station,2026-05-11 09:00:00,,,,ACTIVE,");
        assertThat(english.get(2))
                .startsWith(
                        "2026-000001,Household registration – Delay,Complaint,1,North Bridge Station,2026-05-10 09:00:00,2026-05-11 21:00:00,36.0,");
        assertThat(lines("auditor1", "zh").get(0)).startsWith("\ufeff事项,标题,流程");
    }

    @Test
    void nobody_saves_what_they_do_not_see() {
        assertThat(lines("officer1", "en")).hasSize(2).last().asString().startsWith("2026-000001");
        for (var format : List.of("csv", "xlsx")) {
            assertThat(http.withBasicAuth("owner1", "minyi")
                            .getForEntity("/history/api/instances." + format, String.class)
                            .getStatusCode())
                    .isEqualTo(HttpStatus.FORBIDDEN);
            assertThat(http.getForEntity("/history/api/instances." + format, String.class)
                            .getStatusCode())
                    .isEqualTo(HttpStatus.UNAUTHORIZED);
        }
    }

    @ParameterizedTest
    @CsvSource({"csv, text/csv", "xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    void a_file_is_sent_to_be_kept_and_that_it_was_is_a_fact(String format, String type) {
        var before = exported();

        var answer = http.withBasicAuth("auditor1", "minyi")
                .getForEntity("/history/api/instances." + format + "?number=2026-000001", byte[].class);

        assertThat(answer.getHeaders().getContentType()).asString().startsWith(type);
        assertThat(answer.getHeaders().getContentDisposition().getFilename()).isEqualTo("history." + format);
        assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(answer.getBody()).isNotEmpty();
        assertThat(exported())
                .hasSize(before.size() + 1)
                .last()
                .asString()
                .contains(
                        "\"rows\":\"1\"",
                        "\"number\":\"2026-000001\"",
                        "\"format\":\"" + format.toUpperCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void no_cell_is_a_formula_when_a_spreadsheet_opens_the_file(Format format, @TempDir Path folder)
            throws IOException, InterruptedException {
        var office = NodeTools.onPath("soffice").or(() -> NodeTools.onPath("libreoffice"));
        NodeTools.needs("LibreOffice", office.isPresent());
        var file = folder.resolve("dangerous." + format.ending());
        var dangerous = dangerous();
        try (var sheet = format.sheet(file, List.of("one", "two"))) {
            for (var text : dangerous) {
                sheet.add(List.of("x", text));
            }
        }

        var opened = asOpened(office.orElseThrow(), file, folder);

        assertThat(dangerous).hasSizeGreaterThanOrEqualTo(1_000);
        assertThat(FORMULA_CELL.matcher(opened).results().count()).isZero();
        assertThat(CELL.matcher(opened).results().map(cell -> cell.group(1)).distinct())
                .containsExactly("string");
        assertThat(CELL.matcher(opened).results().count()).isGreaterThanOrEqualTo(2_000);
    }

    /** That the look above would see one. */
    @Test
    void a_formula_that_nobody_kept_from_being_one_is_found(@TempDir Path folder)
            throws IOException, InterruptedException {
        var office = NodeTools.onPath("soffice").or(() -> NodeTools.onPath("libreoffice"));
        NodeTools.needs("LibreOffice", office.isPresent());
        var file = Files.writeString(folder.resolve("careless.csv"), "one,two\nx,=1+1\n");

        assertThat(FORMULA_CELL
                        .matcher(asOpened(office.orElseThrow(), file, folder))
                        .results()
                        .count())
                .isOne();
    }

    private static List<String> dangerous() {
        var all = new ArrayList<String>();
        for (var sign : SIGNS) {
            for (var formula : FORMULAS) {
                for (var after : List.of("", " ", "窗口", "\"", ",x", ";y", "\n=1")) {
                    all.add(sign + formula + after);
                }
            }
        }
        return all;
    }

    /** The file as the spreadsheet understood it: its own format, as plain XML. */
    private static String asOpened(Path office, Path file, Path folder) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        office.toString(),
                        "--headless",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--convert-to",
                        "fods",
                        // Comma, quotation mark, UTF-8; formulas are evaluated as a person's double click does.
                        "--infilter="
                                + (file.toString().endsWith(".csv")
                                        ? "CSV:44,34,76,1,,0,false,true,false,false,false,-1"
                                        : "Calc MS Excel 2007 XML"),
                        "--outdir",
                        folder.resolve("opened").toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("LibreOffice ends").isTrue();
        try (var opened = Files.list(folder.resolve("opened"))) {
            return Files.readString(
                    opened.findFirst().orElseThrow(() -> new AssertionError(log(folder))), StandardCharsets.UTF_8);
        }
    }

    private static String log(Path folder) {
        try {
            return Files.readString(folder.resolve("office.log"));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private List<String> lines(String user, String language) {
        return http.withBasicAuth(user, "minyi")
                .exchange(
                        RequestEntity.get("/history/api/instances.csv")
                                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                                .build(),
                        String.class)
                .getBody()
                .lines()
                .toList();
    }

    private List<String> exported() {
        return db.sql("select told from audit.fact where deed = 'EXPORTED' order by at")
                .query(String.class)
                .list();
    }
}
