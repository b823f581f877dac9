package org.minyi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.TestDatabase;
import org.minyi.desk.Logins;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The page of the links, and the banner of a silent operator, as a person sees them. Pictures lie in target/pages. */
@MinyiTest
@DirtiesContext
@TestPropertySource(
        properties = {
            "minyi.sms.smpp.mobile.price-per-part=0.045",
            "minyi.sms.smpp.mobile.host=127.0.0.1",
            "minyi.sms.smpp.mobile.system-id=minyi",
            "minyi.sms.smpp.mobile.service-number=10690000",
            "minyi.mail.letters.host=127.0.0.1"
        })
class LinksPageTest {

    private static Chromium chromium;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient db;

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
    void two_links_one_of_them_silent() {
        SmallCity.standsIn(organisation, units);
        logins.give(List.of("reviewer1", "officer1", "director1"), "minyi");
        TestDatabase.asOwner(dataSource, "delete from minyi.sms_link_minute");
        TestDatabase.asOwner(dataSource, "delete from minyi.letter_aside");
        carried("mobile", 1, 240, 480, 0, 0);
        carried("mobile", 20, 1000, 2000, 300, 290);
        carried("unicom", 20, 600, 600, 590, 560);
        db.sql("update letter_box set read_at = now(), away_since = null, taken = 12")
                .update();
        for (var at = 0; at < 3; at++) {
            db.sql(
                            "insert into letter_aside (id, what, why, came_at) values (gen_random_uuid(), ?, 'AUTOMATIC', now())")
                    .param("x" + at)
                    .update();
        }
    }

    @Test
    void each_link_tells_how_it_does_and_what_it_costs_in_either_language() {
        var english = page("en-GB", 1280);
        logIn(english, "reviewer1");
        assertThat(english.locator(".link:visible")).hasCount(3);
        var mobile = english.locator("[data-link=mobile]");
        assertThat(mobile.locator(".when")).containsText("4.0 messages and 8.0 parts a second");
        assertThat(mobile.locator(".note")).containsText("no longer tells");
        assertThat(mobile.locator(".rate").first()).containsText("30.0 %");
        assertThat(mobile.locator(".counts")).containsText("CN¥");
        assertThat(english.locator("[data-link=unicom] .note")).hasCount(0);
        assertThat(english.locator("[data-link=unicom] .counts")).containsText("Parts today");
        assertThat(english.locator("#letters")).containsText("Written by machines");
        picture(english, "links-en");

        var chinese = page("zh-CN", 390);
        logIn(chinese, "reviewer1");
        assertThat(chinese.locator("[data-link=mobile] .note")).containsText("运营商已不再回报");
        assertThat(chinese.locator("#letters")).containsText("自动回复");
        org.assertj.core.api.Assertions.assertThat(
                        chinese.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing hangs over the edge of a telephone")
                .isEqualTo(true);
        picture(chinese, "links-zh-phone");
    }

    @Test
    void who_has_no_business_here_is_told_so() {
        var page = page("en-GB", 1280);
        logIn(page, "officer1");

        assertThat(page.locator("#empty h2")).hasText("Not for you");
        assertThat(page.locator(".link:visible")).hasCount(0);
    }

    @Test
    void a_silent_operator_is_told_on_the_desk_of_those_who_can_act() {
        var director = page("en-GB", 1280);
        logIn(director, "director1");
        director.navigate(address("/camunda/app/tasklist/"));
        assertThat(director.locator("#sms-silent"))
                .containsText(
                        "no longer tells what becomes of messages (mobile)",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        picture(director, "links-desk-en");
        var officer = page("zh-CN", 1280);
        logIn(officer, "officer1");
        officer.waitForResponse(
                answer -> answer.url().endsWith("/channel/api/silent"),
                () -> officer.navigate(address("/camunda/app/tasklist/")));
        assertThat(officer.locator(".task-filters")).isVisible();
        assertThat(officer.locator("#sms-silent")).hasCount(0);

        director.locator("#sms-silent a").click();
        assertThat(director).hasURL(address("/channel/links"));
    }

    private void carried(String link, int minutesAgo, int accepted, int parts, int reported, int delivered) {
        db.sql(
                        """
                        insert into sms_link_minute (link, minute, accepted, parts, reported, delivered)
                        values (:link, date_trunc('minute', now()) - make_interval(mins => :ago), :accepted, :parts,
                                :reported, :delivered)
                        """)
                .param("link", link)
                .param("ago", minutesAgo)
                .param("accepted", accepted)
                .param("parts", parts)
                .param("reported", reported)
                .param("delivered", delivered)
                .update();
    }

    private Page page(String language, int width) {
        return chromium.browser()
                .newPage(new Browser.NewPageOptions().setLocale(language).setViewportSize(width, 900));
    }

    private void logIn(Page page, String user) {
        page.navigate(address("/login?to=/channel/links"));
        page.locator("#account").fill(user);
        page.locator("#password").fill("minyi");
        page.locator("button").click();
        assertThat(page).hasURL(address("/channel/links"));
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
