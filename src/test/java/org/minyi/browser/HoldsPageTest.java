package org.minyi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minyi.MinyiTest;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.Enrolled;
import org.minyi.citizen.Holds;
import org.minyi.citizen.Told;
import org.minyi.citizen.WordsBook;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.Kind;
import org.minyi.complaint.RaisedMatter;
import org.minyi.desk.Logins;
import org.minyi.organisation.Member;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.Role;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who must not be forgotten, as the custodian sets and lifts it. Pictures of the page lie in target/pages. */
@MinyiTest
class HoldsPageTest {

    private static final String NAME = "令狐德棻";
    private static final String NUMBER = "13800008080";
    private static final String REASON = "该事项已进入行政诉讼程序，法院要求保留来访人身份信息直至判决生效；督察支队同时立案调查，预计需要两年以上。";

    private static Chromium chromium;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @Autowired
    Citizens citizens;

    @Autowired
    WordsBook words;

    @Autowired
    Complaints complaints;

    @Autowired
    Holds holds;

    @Autowired
    JdbcClient db;

    @Autowired
    TestRestTemplate http;

    @LocalServerPort
    int port;

    private Enrolled person;
    private Complaint matter;

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
    void a_matter_and_no_hold() {
        if (units.find(SmallCity.CENTRE).isEmpty()) {
            SmallCity.standsIn(organisation, units);
            organisation.enlist(
                    List.of(new Member("custodian1", "Custodian One", SmallCity.CENTRE, Set.of(Role.CUSTODIAN))));
            logins.give(List.of("custodian1", "director1", "auditor1", "officer1", "admin1"), "minyi");
        }
        holds.standing().forEach(hold -> holds.lift(hold.id(), "custodian1"));
        person = citizens.enrol(List.of(new Told(NAME, NUMBER, false))).get(0);
        matter = complaints.take(new RaisedMatter(
                Channel.HOTLINE,
                null,
                Kind.COMPLAINT,
                null,
                person.person(),
                person.line(),
                words.keep(person.person(), "nobody came"),
                null,
                SmallCity.NORTH_POST.value(),
                null,
                "caller1"));
    }

    @Test
    void the_custodian_holds_somebody_by_the_number_of_the_matter_and_lets_go_again() {
        var page = page("zh-CN");
        logIn(page, "custodian1");
        assertThat(page.locator("#none")).containsText("匿名化");
        picture(page, "holds-empty-zh");

        page.locator("#matter").fill("2026-999999");
        page.locator("#reason").fill(REASON);
        page.locator("#set button").click();
        assertThat(page.locator("#failure")).containsText("请核对编号");
        assertThat(page.locator("#reason")).hasValue(REASON);
        page.locator("#matter").fill(matter.number());
        page.locator("#set button").click();

        assertThat(page.locator("#holds li")).hasCount(1);
        assertThat(page.locator("#holds strong")).hasText(matter.number());
        assertThat(page.locator("#holds p")).hasText(REASON);
        assertThat(page.locator("#holds .quiet")).containsText("Custodian One");
        assertThat(page.locator("#matter")).isEmpty();
        picture(page, "holds-zh");
        assertThat(page.content())
                .as("the custodian holds somebody unknown")
                .doesNotContain(NAME, NUMBER, "nobody came");
        var standing = holds.standing();
        assertThat(standing).hasSize(1);
        assertThat(standing.get(0).person()).isEqualTo(person.person());
        assertThat(standing.get(0).matter()).isEqualTo(matter.id().value());
        var hold = standing.get(0).id();

        page.locator("#holds button").click();
        picture(page, "holds-lifting-zh");
        page.locator("#lifting button[value=no]").click();
        assertThat(page.locator("#holds li")).hasCount(1);
        page.locator("#holds button").click();
        page.locator("#lifting button[value=yes]").click();
        assertThat(page.locator("#holds li")).hasCount(0);
        assertThat(holds.standing()).isEmpty();
        assertThat(factsOf(hold)).containsExactlyInAnyOrder("HOLD_SET custodian1", "HOLD_LIFTED custodian1");
    }

    @Test
    void in_english_it_says_the_same() {
        holds.set(person.person(), matter.id().value(), REASON, "custodian1");
        var page = page("en-GB");
        logIn(page, "custodian1");

        assertThat(page.locator("#holds .quiet")).containsText("by Custodian One");
        picture(page, "holds-en");
    }

    @Test
    void to_others_it_says_that_it_is_not_theirs() {
        var page = page("en-GB");
        logIn(page, "officer1");

        assertThat(page.locator("#empty h2")).hasText("Not your page");
        assertThat(page.locator("#set")).isHidden();
        assertThat(page.locator("#standing")).isHidden();
    }

    @ParameterizedTest
    @ValueSource(strings = {"director1", "auditor1", "officer1", "admin1"})
    void nobody_else_reads_sets_or_lifts_one(String user) {
        var hold = holds.set(person.person(), matter.id().value(), REASON, "custodian1");
        var other = http.withBasicAuth(user, "minyi");

        assertThat(other.getForEntity("/custody/api/holds", JsonNode.class).getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(other.postForEntity(
                                "/custody/api/holds",
                                Map.of("matter", matter.number(), "reason", "mine"),
                                JsonNode.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(other.postForEntity("/custody/api/holds/" + hold + "/lift", null, JsonNode.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(holds.standing()).hasSize(1);
    }

    @Test
    void what_is_missing_is_said_and_nothing_is_held() {
        var custodian = http.withBasicAuth("custodian1", "minyi");

        var noReason = custodian.postForEntity(
                "/custody/api/holds", Map.of("matter", matter.number(), "reason", " "), JsonNode.class);
        var noMatter = custodian.postForEntity("/custody/api/holds", Map.of("reason", REASON), JsonNode.class);
        var noHold = custodian.postForEntity("/custody/api/holds/" + UUID.randomUUID() + "/lift", null, JsonNode.class);

        assertThat(noReason.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(noMatter.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(noHold.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(holds.standing()).isEmpty();
    }

    private List<String> factsOf(UUID hold) {
        return db.sql("select deed || ' ' || by_whom from audit.fact where told::json ->> 'hold' = :hold")
                .param("hold", hold.toString())
                .query(String.class)
                .list();
    }

    private Page page(String language) {
        return chromium.browser()
                .newPage(new Browser.NewPageOptions().setLocale(language).setViewportSize(1280, 900));
    }

    private void logIn(Page page, String user) {
        page.navigate(address("/custody/holds"));
        page.locator("#account").fill(user);
        page.locator("#password").fill("minyi");
        page.locator("button").click();
        assertThat(page).hasURL(address("/custody/holds"));
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/pages", name + ".png"))
                .setFullPage(true));
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
