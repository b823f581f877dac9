package org.minyi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.MovableClock;
import org.minyi.calendar.Allowance;
import org.minyi.calendar.AtDesk;
import org.minyi.calendar.CalendarChange;
import org.minyi.calendar.Calendars;
import org.minyi.calendar.Counted;
import org.minyi.calendar.Deadlines;
import org.minyi.calendar.Recount;
import org.minyi.calendar.Rule;
import org.minyi.calendar.TimeLimit;
import org.minyi.calendar.Turn;
import org.minyi.calendar.WorkingHours;
import org.minyi.desk.Logins;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * The calendar as people read it and as an administrator brings the next year into it, on the page, at the desk of a leader
 * and as JSON. Pictures lie in target/pages.
 */
@MinyiTest
@Import(MovableClock.InPlaceOfTheClock.class)
class CalendarPageTest {

    private static final String HEADER = "first,last,work,name,source,unit\n";

    /** Not the notice of 2027, which this was written before: the form of one. */
    private static final String YEAR_2027 =
            """
            first,last,work,name,source,unit
            2027-01-01,2027-01-03,rest,New Year 元旦,a notice,
            2027-02-05,2027-02-12,rest,Spring Festival 春节,a notice,
            2027-02-14,,work,Spring Festival 春节,a notice,
            2027-04-03,2027-04-05,rest,Qingming 清明节,a notice,
            2027-05-01,2027-05-05,rest,Labour Day 劳动节,a notice,
            2027-06-09,,rest,Dragon Boat Festival 端午节,a notice,
            2027-09-15,,rest,Mid-Autumn Festival 中秋节,a notice,
            2027-10-01,2027-10-07,rest,National Day 国庆节,a notice,
            """;

    private static Chromium chromium;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @Autowired
    Calendars calendars;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Recount recount;

    @Autowired
    MovableClock clock;

    @Autowired
    TestRestTemplate http;

    @LocalServerPort
    int port;

    private Tracks tracks;

    @BeforeAll
    static void aBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void noBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void the_last_day_of_november() {
        if (units.find(SmallCity.CENTRE).isEmpty()) {
            SmallCity.standsIn(organisation, units);
            logins.give(List.of("leader1", "director1", "officer1", "owner1", "admin1"), "minyi");
        }
        clock.set("2026-11-30T10:00");
        tracks = new Tracks(chromium.browser(), "http://localhost:" + port);
    }

    @AfterEach
    void the_real_time() {
        clock.reset();
        // A browser notes every refusal.
        assertThat(tracks.errors())
                .filteredOn(error -> !error.contains("status of 422"))
                .isEmpty();
    }

    @Test
    void a_missing_year_is_told_from_december_on_until_an_administrator_imports_it() {
        var november = desk("leader1");
        assertThat(november.locator("#calendar-missing")).hasCount(0);
        november.context().close();

        clock.set("2026-12-01T09:00");
        var leader = desk("leader1");
        assertThat(leader.locator("#calendar-missing")).containsText("2027 is not in the working calendar yet");
        picture(leader, "calendar-desk-en");
        assertThat(desk("officer1").locator("#calendar-missing")).hasCount(0);
        leader.locator("#calendar-missing a").click();
        assertThat(leader.locator("#empty h2")).hasText("2027 is not there yet");
        assertThat(leader.locator("#empty")).containsText("ask an administrator");
        assertThat(leader.locator("td[data-day='2027-02-05']")).hasClass("rest provisional");
        assertThat(leader.locator("#import")).isHidden();
        leader.locator("#before").click();
        assertThat(leader.locator("#missing")).containsText("2027 is not in the calendar yet");
        assertThat(leader.locator("#empty")).isHidden();

        var admin = calendar("admin1", "?year=2027");
        assertThat(admin.locator("#empty")).containsText("import it below");
        picture(admin, "calendar-empty-en");
        choose(admin, "2027.csv", YEAR_2027.getBytes(StandardCharsets.UTF_8));
        assertThat(admin.locator("#preview tr")).hasCount(13);
        picture(admin, "calendar-preview-en");
        admin.locator("#reason").fill("The State Council's arrangement of 2027");
        admin.locator("#take .main").click();

        assertThat(admin.locator("#taken")).containsText("open deadlines were counted anew");
        assertThat(admin.locator("#empty")).isHidden();
        assertThat(admin.locator("#missing")).isHidden();
        assertThat(admin.locator("td[data-day='2027-02-14']")).hasClass("work");
        assertThat(admin.locator("#inForce"))
                .containsText("made by Admin One: The State Council's arrangement of 2027");
        admin.locator("#versions summary").first().click();
        assertThat(admin.locator("#versions tr")).hasCount(13);
        picture(admin, "calendar-imported-en");
        assertThat(desk("leader1").locator("#calendar-missing")).hasCount(0);
    }

    @Test
    void a_units_own_days_stand_out_and_a_file_of_a_chinese_table_is_read_and_refused_in_chinese() {
        var unit = SmallCity.NORTH_POST.value();
        calendars.change(
                List.of(
                        own(unit, LocalDate.of(2026, 5, 20), null, "派出所搬迁"),
                        own(unit, LocalDate.of(2026, 5, 21), null, "派出所搬迁"),
                        own(unit, LocalDate.of(2026, 5, 23), WorkingHours.parse("09:00-12:00"), "搬迁补班")),
                "admin1",
                "北桥派出所搬迁");
        tracks.speak("zh-CN");

        var admin = calendar("admin1", "?year=2026");
        assertThat(admin.locator("#empty")).isHidden();
        assertThat(admin.locator("#daysTitle")).containsText("全年 248 个工作日");
        assertThat(admin.locator("td[data-day='2026-02-14']")).hasText("14班");
        assertThat(admin.locator("td[data-day='2026-05-20']")).hasClass("");
        admin.locator("#own button").click();
        assertThat(admin.locator("td[data-day='2026-05-20']")).hasClass("rest own");
        assertThat(admin.locator("#daysTitle")).containsText("全年 247 个工作日");
        assertThat(admin.locator("#days tr.own")).hasCount(2);

        choose(
                admin,
                "二〇二八.csv",
                (HEADER + "2028/1/1,,rest,元旦,通知,\n2028-01-02,,rest,元旦,通知,990199990000\n")
                        .getBytes(Charset.forName("GB18030")));
        assertThat(admin.locator("#refused li"))
                .hasText(new String[] {"第 2 行：日期应写作 2027-01-01，而不是 2028/1/1", "第 3 行：没有代码为 990199990000 的单位"});
        picture(admin, "calendar-unit-zh");
    }

    @Test
    void everybody_reads_and_administrators_alone_import() {
        for (var user : List.of("officer1", "leader1", "director1", "owner1")) {
            assertThat(read(user, "").get("mayImport").asBoolean()).as(user).isFalse();
            assertThat(read(user, "/years/2026").get("days").size()).isGreaterThan(30);
            assertThat(send(user, "/previews", Map.of("file", YEAR_2027)).status())
                    .isEqualTo(403);
            assertThat(send(user, "/versions", Map.of("file", YEAR_2027, "on", calendars.newest(), "reason", "mine"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(read("admin1", "").get("mayImport").asBoolean()).isTrue();
        assertThat(read("officer1", "/versions/1").get("changes").size()).isGreaterThan(20);

        clock.set("2040-06-01T10:00");
        for (var told : List.of("leader1", "director1", "admin1")) {
            assertThat(read(told, "/missing").path("year").asInt())
                    .as("a year that has begun is missing more than the next one")
                    .isEqualTo(2040);
        }
        assertThat(read("officer1", "/missing").has("year")).isFalse();
    }

    @Test
    void what_is_wrong_is_told_with_its_line_and_nothing_is_lost_or_taken_over() {
        var before = calendars.newest();

        assertThat(faults("2031-01-01,,rest\n2031-01-02,,rest,New Year, the first,a notice,\n2031-01-05,,09-12,x,y,\n"))
                .containsExactly("2 TEXT", "3 CELLS", "4 HOURS");
        assertThat(faults("2026-10-01,,week,x,y,990101010000\n")).containsExactly("0 NOTHING_NEW");
        assertThat(
                        faults(
                                """
                        2045-01-01,2045-12-31,rest,Rebuilding,the mayor,990101010000
                        2046-01-01,2046-12-31,rest,Rebuilding,the mayor,990101010000
                        """))
                .as("no deadline could be counted there")
                .containsExactly("0 NO_WORK");
        assertThat(faults("")).containsExactly("0 NO_DAY");
        assertThat(faults("x".repeat(200_000))).containsExactly("0 TOO_LONG");
        assertThat(send("admin1", "/previews", Map.of()).status()).isEqualTo(422);

        var file = HEADER + "2031-01-01,,rest,New Year,a notice,\n";
        var noReason = send("admin1", "/versions", Map.of("file", file, "on", before, "reason", " "));
        assertThat(noReason.status()).isEqualTo(422);
        assertThat(noReason.body().get("detail").asText()).isEqualTo("Say why the calendar changes.");
        assertThat(send("admin1", "/versions", Map.of("file", file, "on", before - 1, "reason", "a notice"))
                        .status())
                .isEqualTo(409);
        assertThat(calendars.newest()).isEqualTo(before);
    }

    @Test
    void a_preview_changes_nothing_and_what_it_told_is_what_comes_and_moves_deadlines() {
        clock.set("2033-03-07T10:00");
        var limit = new TimeLimit(new Allowance("P3D", Counted.WORKING), 60, new Rule("three days", "time-limit", 1));
        var open = deadlines.begin(
                Turn.of(UUID.randomUUID(), "work-order.rectify", 1, SmallCity.NORTH_POST),
                limit,
                new AtDesk("x", "x", "x"));
        var before = calendars.newest();
        // With the mark that a table program begins a file with.
        var file = "\uFEFF" + HEADER
                + "2033-03-09,2033-03-10,rest,Flood,the mayor,\n2033-03-12,,work,Flood,the mayor,990101010000\n";

        var preview = send("admin1", "/previews", Map.of("file", file)).body();
        assertThat(preview.get("changes").size()).isEqualTo(2);
        assertThat(calendars.newest()).isEqualTo(preview.get("on").asInt()).isEqualTo(before);
        var taken = send("admin1", "/versions", Map.of("file", file, "on", before, "reason", "a flood"));

        assertThat(taken.status()).isEqualTo(201);
        var version = taken.body().get("version").asInt();
        assertThat(version).isEqualTo(before + 1);
        assertThat(taken.body().get("waiting").asInt()).isPositive();
        await().until(() -> recount.run() == 0 && recount.left() == 0);
        var told = read("officer1", "/versions/" + version);
        assertThat(told.get("changes")).isEqualTo(preview.get("changes"));
        assertThat(told.get("version").get("by").asText()).isEqualTo("Admin One");
        assertThat(told.get("left").asInt()).isZero();
        assertThat(told.get("moved").asInt()).isPositive();
        assertThat(deadlines.find(open.id()).orElseThrow().due()).isAfter(open.due());
    }

    private static CalendarChange own(String unit, LocalDate day, WorkingHours hours, String name) {
        var kind = hours == null ? CalendarChange.Kind.REST : CalendarChange.Kind.WORK;
        return new CalendarChange(unit, day, kind, hours, name, "北桥派出所通知");
    }

    private record Answer(int status, JsonNode body) {}

    private JsonNode read(String user, String path) {
        return http.withBasicAuth(user, "minyi")
                .getForEntity("/calendar/api" + path, JsonNode.class)
                .getBody();
    }

    private Answer send(String user, String path, Map<String, Object> body) {
        var answer = http.withBasicAuth(user, "minyi").postForEntity("/calendar/api" + path, body, JsonNode.class);
        return new Answer(answer.getStatusCode().value(), answer.getBody());
    }

    private List<String> faults(String lines) {
        var answer = send("admin1", "/previews", Map.of("file", HEADER + lines));
        assertThat(answer.status()).isEqualTo(422);
        return StreamSupport.stream(answer.body().get("faults").spliterator(), false)
                .map(fault ->
                        fault.get("line").asText() + " " + fault.get("kind").asText())
                .toList();
    }

    /** Somebody's Tasklist, when it has asked whether a year is missing. */
    private Page desk(String user) {
        var page = tracks.window(user);
        page.navigate("/login?to=/camunda/app/tasklist/");
        // The first Tasklist of a cold server comes late.
        page.waitForResponse(
                answer -> answer.url().endsWith("/calendar/api/missing"),
                new Page.WaitForResponseOptions().setTimeout(120_000),
                () -> logIn(page, user));
        assertThat(page.locator(".task-filters")).isVisible();
        return page;
    }

    private Page calendar(String user, String query) {
        var page = tracks.window(user);
        page.navigate("/calendar" + query);
        logIn(page, user);
        assertThat(page.locator(".month")).hasCount(12);
        return page;
    }

    private static void logIn(Page page, String user) {
        page.locator("#account").fill(user);
        page.locator("#password").fill("minyi");
        page.locator("button[type=submit]").click();
    }

    private static void choose(Page page, String name, byte[] file) {
        page.locator("#file").setInputFiles(new FilePayload(name, "text/csv", file));
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/pages", name + ".png"))
                .setFullPage(true));
    }
}
