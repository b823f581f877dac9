package org.minyi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.TestDatabase;
import org.minyi.citizen.WordsBook;
import org.minyi.desk.Logins;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** The page of the waves as a person sees it. Pictures of it lie in target/pages. */
@MinyiTest
@DirtiesContext
class WavePageTest {

    private static Chromium chromium;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @Autowired
    WordsBook words;

    @Autowired
    JdbcClient db;

    @Autowired
    DataSource dataSource;

    @LocalServerPort
    int port;

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
    void noWaveYet() {
        SmallCity.standsIn(organisation, units);
        logins.give(List.of("reviewer1", "auditor1", "officer1"), "minyi");
        TestDatabase.asOwner(
                dataSource,
                "truncate wave, exclusion, eligibility_ruling, survey_plan, question, asking, question_text");
    }

    @Test
    void who_is_not_logged_in_logs_in_first_and_who_has_no_business_here_is_told_so() {
        var page = page("en-GB");
        page.navigate(address("/survey/waves"));
        assertThat(page).hasURL(address("/login?to=%2Fsurvey%2Fwaves"));

        logIn(page, "officer1");
        assertThat(page).hasURL(address("/survey/waves"));
        assertThat(page.locator("#empty h2")).hasText("Not your page");
        assertThat(page.locator(".wave")).hasCount(0);
    }

    @Test
    void a_session_that_ends_while_the_page_is_open_says_so() {
        var page = page("en-GB");
        logIn(page, "reviewer1");
        page.navigate(address("/survey/waves"));
        page.context().clearCookies();

        assertThat(page.locator("#empty h2"))
                .hasText("Nobody is logged in", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
    }

    @Test
    void an_empty_page_says_how_a_wave_comes_about() {
        var page = page("en-GB");
        logIn(page, "reviewer1");
        page.navigate(address("/survey/waves"));

        assertThat(page.locator("#empty h2")).hasText("No wave yet");
        assertThat(page.locator("#empty p")).containsText("Start process");
        picture(page, "waves-empty");
    }

    @Test
    void satisfaction_never_stands_without_the_response_rate_in_either_language() {
        var closed = waves();

        var english = page("en-GB");
        logIn(english, "auditor1");
        english.navigate(address("/survey/waves"));
        assertThat(english.locator(".wave")).hasCount(4);
        for (var card : english.locator(".wave").all()) {
            assertThat(card.locator(".rate").first()).containsText("Response rate");
            assertThat(card.locator(".rate").last()).containsText("Satisfaction");
        }
        var card = english.locator("[data-wave='" + closed + "']");
        assertThat(card.locator(".rate").first()).containsText("36.0 %");
        assertThat(card.locator(".rate").first()).containsText("180 of 500 asked have answered");
        assertThat(card.locator(".rate").last()).containsText("83.3 %");
        assertThat(count(card, "Undelivered")).hasText("20");
        assertThat(count(card, "Silent")).hasText("290");
        // Taken back is not asked: 49 of 249, not of 490.
        assertThat(english.locator(".wave").nth(2).locator(".rate").first()).containsText("19.7 %");
        assertThat(english.locator("button.danger:visible")).hasCount(0);
        picture(english, "waves-en");

        var chinese = page("zh-CN");
        logIn(chinese, "auditor1");
        chinese.navigate(address("/survey/waves"));
        assertThat(chinese.locator("[data-wave='" + closed + "'] .rate").first())
                .containsText("回复率");
        assertThat(chinese.locator("[data-wave='" + closed + "'] .rate").last()).containsText("满意率");
        picture(chinese, "waves-zh");
    }

    @Test
    void a_reviewer_stops_a_wave_and_the_reason_stands_on_its_card() {
        waves();
        var page = page("en-GB");
        logIn(page, "reviewer1");
        page.navigate(address("/survey/waves"));
        var running = page.locator(".wave").first();
        assertThat(running.locator(".badge")).hasText("Out, replies come in");

        running.locator("button.danger").click();
        page.locator("#stop").click();
        assertThat(page.locator("#stopping")).isVisible();
        page.locator("#reason").fill("The text names <b>the wrong day</b>.");
        picture(page, "waves-stop");
        page.locator("#stop").click();

        assertThat(running.locator(".badge")).hasText("Stopped, replies still count");
        assertThat(running.locator(".note"))
                .hasText(Pattern.compile("Stopped .* by Reviewer One: The text names <b>the wrong day</b>\\."));
        assertThat(running.locator("button.danger")).hasCount(0);
        picture(page, "waves-stopped");
    }

    /** Four waves: out, held, stopped and closed; answers the closed one. */
    private UUID waves() {
        var closed = wave("2026-02-25", "CLOSED", 600, 500, null, null);
        questions(closed, 150, "ANSWERED", "SATISFIED");
        questions(closed, 19, "ANSWERED", "HALF");
        questions(closed, 11, "ANSWERED", "DISSATISFIED");
        questions(closed, 290, "SILENT", null);
        questions(closed, 20, "UNDELIVERED", null);
        questions(closed, 10, "UNKNOWN", null);
        var stopped = wave("2026-02-26", "STOPPED", 580, 490, null, "短信内容写错了日期，已更正后另行发送。");
        questions(stopped, 40, "ANSWERED", "SATISFIED");
        questions(stopped, 9, "ANSWERED", "DISSATISFIED");
        questions(stopped, 200, "OPEN", null);
        questions(stopped, 241, "WITHDRAWN", null);
        wave("2026-02-27", "HELD", 1_430, 620, "1430 contacts, but the median of the last waves is 590", null);
        var out = wave("2026-02-28", "SENT", 610, 505, null, null);
        questions(out, 505, "OPEN", null);
        return closed;
    }

    private UUID wave(String day, String state, int contacts, int asked, String unusual, String stopReason) {
        var id = UUID.randomUUID();
        var sent = List.of("CLOSED", "STOPPED", "SENT").contains(state);
        db.sql(
                        """
                        insert into wave (id, day, state, started_by, planned_at, sent_at, remind_at, closes_at, closed_at,
                                          contacts, asked, excluded, unusual, stopped_by, stopped_at, stop_words_id)
                        select :id, d, :state, 'timer', d + interval '32 hours',
                               case when :sent then d + interval '33 hours' end,
                               case when :sent then d + interval '57 hours' end,
                               case when :sent then d + interval '105 hours' end,
                               case when :state = 'CLOSED' then d + interval '105 hours' end,
                               :contacts, :asked, :contacts - :asked, :unusual, :stoppedBy,
                               case when :stoppedBy::text is not null then d + interval '34 hours' end, :reason::uuid
                          from (select :day::date as d) day
                        """)
                .param("id", id)
                .param("day", day)
                .param("state", state)
                .param("sent", sent)
                .param("contacts", contacts)
                .param("asked", asked)
                .param("unusual", unusual)
                .param("stoppedBy", stopReason == null ? null : "reviewer2")
                .param(
                        "reason",
                        stopReason == null
                                ? null
                                : words.keep(null, stopReason).value().toString())
                .update();
        db.sql(
                        """
                        insert into exclusion (contact_id, wave_id, reason)
                        select gen_random_uuid(), :id, case when n % 3 = 0 then 'no phone was told'
                                                            when n % 3 = 1 then 'asked within the last 30 days'
                                                            else 'a landline takes no SMS' end
                          from generate_series(1, :excluded) n
                        """)
                .param("id", id)
                .param("excluded", contacts - asked)
                .update();
        db.sql("insert into asking (batch_id, state, planned_at) values (:id, 'ASKED', now())")
                .param("id", id)
                .update();
        return id;
    }

    private void questions(UUID wave, int many, String state, String answer) {
        db.sql(
                        """
                        insert into question (id, subject, subject_id, round, batch_id, text_number, person_id, line_id,
                                              ordinal, code, state, answer)
                        select gen_random_uuid(), 'CONTACT', gen_random_uuid(), 1, :wave, 1, gen_random_uuid(),
                               gen_random_uuid(), 1, 10, :state, :answer
                          from generate_series(1, :many)
                        """)
                .param("wave", wave)
                .param("many", many)
                .param("state", state)
                .param("answer", answer)
                .update();
    }

    private static Locator count(Locator card, String name) {
        return card.locator(".counts div")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("dd");
    }

    private Page page(String language) {
        return chromium.browser()
                .newPage(new Browser.NewPageOptions().setLocale(language).setViewportSize(1280, 900));
    }

    private void logIn(Page page, String user) {
        if (!page.url().contains("/login")) {
            page.navigate(address("/login?to=/survey/waves"));
        }
        page.locator("#account").fill(user);
        page.locator("#password").fill("minyi");
        page.locator("button").click();
        assertThat(page).hasURL(address("/survey/waves"));
    }

    private void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/pages", name + ".png"))
                .setFullPage(true));
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
