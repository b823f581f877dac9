package org.minyi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minyi.MinyiTest;
import org.minyi.NodeTools;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.Told;
import org.minyi.citizen.WordsBook;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.Endings;
import org.minyi.contact.Business;
import org.minyi.contact.BusinessModule;
import org.minyi.contact.Businesses;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.minyi.question.AnswerPages;
import org.minyi.question.NewQuestion;
import org.minyi.question.QuestionId;
import org.minyi.question.Questions;
import org.minyi.question.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The citizens' pages on a telephone, with and without scripts: every page as they meet it, in both languages, checked by
 * axe. Pictures lie in target/pages; those in docs/images are of them.
 */
@MinyiTest
class CounterPagesTest {

    private static final String WORDS =
            "昨天下午三点，我到派出所办理户口迁移。窗口工作人员告知系统故障，让我改天再来；今天上午我再次前往，等候两个多小时，" + "窗口仍未受理，也没有人说明原因。请核实处理，并告知究竟何时可以办理、需要准备哪些材料。";

    private static Chromium chromium;
    private static String axe;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Businesses businesses;

    @Autowired
    Citizens citizens;

    @Autowired
    Complaints complaints;

    @Autowired
    Endings endings;

    @Autowired
    WordsBook book;

    @Autowired
    Questions questions;

    @Autowired
    AnswerPages answerPages;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient db;

    @LocalServerPort
    int port;

    private static int people = 0;

    @BeforeAll
    static void aBrowser() throws IOException {
        chromium = Chromium.start();
        axe = Files.readString(NodeTools.modules().resolve("axe-core/axe.min.js"), StandardCharsets.UTF_8);
    }

    @AfterAll
    static void noBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void aCity() {
        SmallCity.standsIn(organisation, units);
        businesses.put(new BusinessModule("window", "Window service 窗口服务"));
        businesses.put(new Business("household", "window", "Household registration 户籍办理"));
        db.sql("delete from login_attempt").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void somebody_files_a_matter_looks_how_it_stands_asks_and_takes_it_up_again(String language) {
        var page = phone(language, true);
        page.navigate(address("/counter/" + language));
        isAccessible(page, "home", language);

        // what is missing is said, and nothing typed is lost
        page.locator(".doors a").first().click();
        isAccessible(page, "file", language);
        page.locator("#words").fill(WORDS);
        page.locator("#unit").selectOption(SmallCity.NORTH_POST.value());
        page.locator("#business").selectOption("household");
        page.locator("#name").fill("欧阳明月");
        page.locator("#phone").fill("1380");
        send(page);
        assertThat(page.locator("#phone-fault")).isVisible();
        assertThat(page.locator("#words")).hasValue(WORDS);
        assertThat(page.locator("#unit")).hasValue(SmallCity.NORTH_POST.value());
        isAccessible(page, "file-fault", language);

        page.locator("#phone").fill("1380000%04d".formatted(4000 + people++));
        send(page);
        var receipt = page.locator(".receipt .code");
        assertThat(receipt).isVisible();
        isAccessible(page, "filed", language);
        var code = receipt.innerText();

        page.navigate(address("/counter/" + language + "/standing"));
        isAccessible(page, "receipt-asked", language);
        page.locator("#receipt").fill("0000 0000 0000 0000");
        send(page);
        assertThat(page.locator("#fault")).isVisible();
        isAccessible(page, "receipt-wrong", language);
        page.locator("#receipt").fill(code);
        send(page);
        assertThat(page.locator(".stage")).isVisible();

        page.locator("#enquiry").fill(WORDS);
        page.locator("#enquiry ~ button").click();
        assertThat(page.locator(".asked .said")).hasText(WORDS);
        isAccessible(page, "standing", language);

        ended(page.locator("h1").innerText().replaceFirst("^\\D*", ""));
        page.navigate(address("/counter/" + language + "/standing"));
        page.locator("#receipt").fill(code);
        send(page);
        page.locator("#reason").fill(WORDS);
        isAccessible(page, "ended", language);
        page.locator("#reason ~ button").click();
        assertThat(page.locator(".stand")).hasCount(2);
        isAccessible(page, "reopened", language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void a_question_is_answered_with_one_tap_and_one_button(String language) {
        var token = answerPages.token(asked());
        var twice = phone(language, true);
        twice.navigate(address("/a/" + token));
        var page = phone(language, true);
        page.navigate(address("/a/" + token));
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/counter/" + language + "/answers/.*"));
        isAccessible(page, "answer", language);

        page.locator(".choice.bad").click();
        page.locator("#words").fill(WORDS);
        page.locator("main form").first().locator("button").click();
        assertThat(page.locator("main [role=status]")).isVisible();
        isAccessible(page, "answer-thanks", language);

        twice.locator(".choice.good").click();
        twice.locator("main form").first().locator("button").click();
        isAccessible(twice, "answer-again", language);
    }

    @Test
    void all_of_it_works_without_any_script() {
        var page = phone("zh", false);
        page.navigate(address("/counter/zh/matters/new"));
        page.locator("#words").fill(WORDS);
        page.locator("#name").fill("欧阳明月");
        send(page);
        var code = page.locator(".receipt .code").innerText();
        send(page);
        assertThat(page.locator(".stage")).isVisible();
        page.navigate(address("/counter/zh/standing"));
        page.locator("#receipt").fill(code);
        send(page);
        page.locator("#enquiry").fill("何时能办？");
        page.locator("#enquiry ~ button").click();
        assertThat(page.locator(".asked .said")).hasText("何时能办？");
        page.navigate(address("/a/" + answerPages.token(asked())));
        page.locator(".choice.half").click();
        page.locator("main form").first().locator("button").click();
        assertThat(page.locator("main [role=status]")).isVisible();
    }

    @Test
    void the_keyboard_alone_gets_through_the_form() {
        var page = phone("en", true);
        page.navigate(address("/counter/en/standing"));
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.locator("#receipt")).isFocused();
        page.keyboard().type("0000000000000000");
        page.keyboard().press("Enter");
        assertThat(page.locator("#fault")).isVisible();
    }

    private void ended(String number) {
        var matter = complaints.numbered(number).orElseThrow();
        endings.answered(matter.id(), "triage1", book.keep(matter.person(), "该窗口周六上午也开放。" + WORDS));
    }

    private QuestionId asked() {
        var person = citizens.enrol(List.of(new Told("司空" + people, "1381000%04d".formatted(people++), false)))
                .get(0);
        return questions.ask(new NewQuestion(
                Subject.WORK_ORDER,
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                person.person(),
                person.line(),
                "How was it? {code}",
                Instant.now(clock).plus(Duration.ofHours(1))));
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private static void send(Page page) {
        page.locator("main form").first().locator("button").click();
    }

    private Page phone(String language, boolean scripts) {
        return chromium.browser()
                .newPage(new Browser.NewPageOptions()
                        .setLocale(language.equals("zh") ? "zh-CN" : "en-GB")
                        .setJavaScriptEnabled(scripts)
                        .setViewportSize(390, 844));
    }

    /** No rule of axe is broken, nothing stands out of the telephone's edge, and whatever is tapped is large enough. */
    private static void isAccessible(Page page, String name, String language) {
        page.evaluate(axe);
        @SuppressWarnings("unchecked")
        var broken = (List<String>)
                page.evaluate(
                        """
                async () => (await axe.run()).violations
                  .flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html + ' ' + node.failureSummary))""");
        assertThat(broken).as(name).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s is as wide as the telephone", name)
                .isEqualTo(true);
        for (var tapped : page.locator("main button, main input:not([type=hidden]), main select, .doors a")
                .all()) {
            if (tapped.isVisible()) {
                assertThat(target(tapped)).as(name).isGreaterThanOrEqualTo(24);
            }
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/pages", "counter-" + name + "-" + language + ".png"))
                .setFullPage(true));
    }

    private static double target(Locator tapped) {
        var box = tapped.boundingBox();
        return Math.min(box.width, box.height);
    }
}
