package org.minyi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.channel.mail.MailDispatcher;
import org.minyi.notice.Deliveries;
import org.minyi.notice.Delivery;
import org.minyi.notice.Documents;
import org.minyi.notice.Kind;
import org.minyi.notice.Notice;
import org.minyi.notice.Notices;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * The simulated mail server and the units' mailboxes, as scripts and whoever plays the city see them. Pictures of the page
 * lie in target/pages.
 */
@MinyiTest
@TestPropertySource(properties = "minyi.simulator=true")
class MailboxPageTest {

    private static final String NORTH = "north@police.lanhe.example";

    private static Chromium chromium;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Notices notices;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Documents documents;

    @Autowired
    MailDispatcher mail;

    @Autowired
    TestRestTemplate browser;

    @Autowired
    JdbcClient db;

    @Autowired
    ManagementService jobs;

    @LocalServerPort
    int port;

    private final List<String> errors = new ArrayList<>();

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
    void a_unit_with_a_mailbox_and_a_good_server() {
        SmallCity.standsIn(organisation, units);
        organisation.mail(SmallCity.NORTH, NORTH);
        be("TAKES");
        db.sql("update mail_pause set until = '-infinity', pauses = 0").update();
        mail.runOnce();
    }

    @Test
    void a_document_lies_in_the_mailbox_and_says_whose_turn_it_is_to_confirm_it() {
        var notice = issue();
        var before = mails().size();
        mail.runOnce();

        assertThat(mails()).hasSize(before + 1);
        var letter = mails().get(0);
        assertThat(letter.get("subject").asText()).endsWith("工作提示函 " + notice.code());
        assertThat(letter.get("text").asText()).contains("确认签收");
        assertThat(letter.get("files").get(0).asText()).isEqualTo(Documents.fileName(notice));
        var file = browser.getForEntity(
                "/simulator/api/mails/%s/files/0".formatted(letter.get("id").asText()), byte[].class);
        assertThat(file.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PDF);
        assertThat(file.getHeaders().getContentDisposition().getFilename()).isEqualTo(Documents.fileName(notice));
        assertThat(file.getBody()).isEqualTo(documents.read(notice.id()));
        assertThat(state(notice)).isEqualTo(Delivery.State.SENT);

        var first =
                browser.getForObject("/simulator/api/mailboxes", JsonNode.class).get(0);
        assertThat(first.get("unit").asText()).isEqualTo(SmallCity.NORTH.value());
        assertThat(first.get("mailbox").asText()).isEqualTo(NORTH);
        assertThat(first.get("mails").asInt()).isEqualTo(before + 1);
        served();
        var turns = browser.getForObject("/simulator/api/desks?unit=" + SmallCity.NORTH, JsonNode.class);
        assertThat(turns).isNotEmpty().allSatisfy(turn -> {
            assertThat(turn.get("task").asText()).isEqualTo("Confirm receipt");
            assertThat(turn.get("logins")).extracting(JsonNode::asText).contains("liaison1");
        });
    }

    @Test
    void a_mail_comes_as_late_or_never_as_the_server_is_told() {
        for (var mood : List.of("PUTS_OFF", "AWAY")) {
            be(mood);
            var notice = issue();
            var before = mails().size();
            mail.runOnce();

            assertThat(state(notice)).as(mood).isEqualTo(Delivery.State.TO_SEND);
            assertThat(mails()).as(mood).hasSize(before);
        }
        db.sql("update mail_pause set until = '-infinity'").update();
        be("REFUSES");
        var refused = issue();
        mail.runOnce();

        assertThat(deliveries.of(refused.id()))
                .singleElement()
                .extracting(Delivery::state, Delivery::failure)
                .containsExactly(Delivery.State.UNDELIVERABLE, "550 5.1.1");
        assertThat(browser.getForObject("/simulator/api/post", JsonNode.class)
                        .get("mood")
                        .asText())
                .isEqualTo("REFUSES");
    }

    @Test
    void what_is_no_unit_no_mood_and_no_file_is_refused() {
        assertThat(browser.getForEntity("/simulator/api/desks?unit=north", JsonNode.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(browser.getForObject("/simulator/api/desks?unit=999999999999", JsonNode.class))
                .isEmpty();
        for (var bad : List.of(Map.of("mood", "MOODY"), Map.of())) {
            var answer = browser.exchange("/simulator/api/post", HttpMethod.PUT, new HttpEntity<>(bad), JsonNode.class);
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
            assertThat(answer.getBody().get("detail").asText()).isNotBlank();
        }
        assertThat(browser.getForEntity("/simulator/api/mails/0/files/0", byte[].class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void a_unit_opens_the_document_that_it_got_and_learns_who_confirms_it() {
        organisation.mail(SmallCity.SOUTH, "south@police.lanhe.example");
        var page = page("en-GB");
        page.navigate("/simulator/mail");
        page.locator("#post input[value=AWAY]").check();
        assertThat(page.locator("#postState")).hasText("Saved.");
        page.locator("#post input[value=TAKES]").check();
        page.locator("#units button[data-unit='%s']".formatted(SmallCity.SOUTH)).click();
        assertThat(page.locator("#mails")).containsText("No mail yet");

        var notice = notices.issue(Kind.REMINDER_LETTER, SmallCity.SOUTH, UUID.randomUUID(), 1, "LATE");
        served();
        mail.runOnce();

        assertThat(page.locator("#mails strong")).containsText("工作提示函 " + notice.code());
        assertThat(page.locator("#turns li")).containsText("Confirm receipt");
        assertThat(page.locator("#turns li")).containsText("log in as liaison2");
        picture(page, "mailbox");
        var file = page.request().get(page.locator("#mails .files a").getAttribute("href"));
        assertThat(new String(file.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");

        var chinese = page("zh-CN");
        chinese.navigate("/simulator/mail#" + SmallCity.SOUTH);
        assertThat(chinese.locator("#mails li")).hasCount(1);
        assertThat(chinese.locator("#post input[value=TAKES]"))
                .isChecked(new LocatorAssertions.IsCheckedOptions().setChecked(true));
        picture(chinese, "mailbox-zh");
        chinese.navigate("/simulator");
        assertThat(chinese.locator(".side")).containsText("运营商状况");
        assertThat(errors).isEmpty();
    }

    private void served() {
        jobs.createJobQuery()
                .processDefinitionKey("serve-notice")
                .executable()
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
    }

    private Notice issue() {
        return notices.issue(Kind.REMINDER_LETTER, SmallCity.NORTH, UUID.randomUUID(), 1, "LATE");
    }

    private Delivery.State state(Notice notice) {
        return deliveries.of(notice.id()).get(0).state();
    }

    private List<JsonNode> mails() {
        return List.of(browser.getForObject("/simulator/api/mails?mailbox=" + NORTH, JsonNode[].class));
    }

    private void be(String mood) {
        browser.put("/simulator/api/post", Map.of("mood", mood));
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
