package org.minyi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The simulated city hotline's page, as whoever plays the city sees it. Pictures of it lie in target/pages. */
@MinyiTest
@TestPropertySource(
        properties = {"minyi.simulator=true", "minyi.exchange.dispatcher=true", "camunda.bpm.job-execution.enabled=true"
        })
class ExchangePageTest {

    private static Chromium chromium;

    @LocalServerPort
    int port;

    private final List<String> errors = new ArrayList<>();

    @BeforeAll
    static void aBrowser(@Autowired Organisation organisation, @Autowired Units units) {
        SmallCity.standsIn(organisation, units);
        chromium = Chromium.start();
    }

    @AfterAll
    static void noBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void somebody_hands_a_matter_over_says_something_about_it_and_learns_whose_turn_it_is() {
        var page = page("en-GB");
        page.navigate("/simulator/exchange");
        assertThat(page.locator("#post input[value=TAKES]")).isChecked();
        page.locator("#post input[value=WRONG_SIGNATURE]").check();
        assertThat(page.locator("#moodState")).hasText("Saved.");
        page.locator("#handOver").click();
        assertThat(page.locator("#thread li.OUT")).containsText("answered 401");

        page.locator("#post input[value=TAKES]").check();
        assertThat(page.locator("#moodState")).hasText("Saved.");
        page.locator("#thread li.OUT button").click();
        assertThat(page.locator("#thread li.OUT")).containsText("answered 200");
        assertThat(page.locator("#turns li")).containsText("log in as triage1", patiently());

        page.locator("#say select[name=kind]").selectOption("no-callback");
        page.locator("#say [name='body.words']").fill("<b>by letter</b>, please");
        page.locator("#say button[type=submit]").click();
        assertThat(page.locator("#thread li.OUT")).hasCount(2);
        assertThat(page.locator("#thread li.OUT").last()).containsText("<b>by letter</b>, please");
        picture(page, "exchange");

        var chinese = page("zh-CN");
        chinese.navigate("/simulator/exchange#" + page.locator("#matter").textContent());
        assertThat(chinese.locator("#thread li")).hasCount(2);
        assertThat(chinese.locator("#thread li").first()).containsText("转办");
        picture(chinese, "exchange-zh");
        assertThat(errors).isEmpty();
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }

    private Page page(String language) {
        var page = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setViewportSize(1400, 900)
                        .setLocale(language)
                        .setTimezoneId("Asia/Shanghai"))
                .newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        return page;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pages", name + ".png")));
    }
}
