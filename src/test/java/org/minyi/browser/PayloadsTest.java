package org.minyi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.desk.Logins;
import org.minyi.organisation.Member;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.Role;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;

/**
 * Two hundred texts and more that would like to run, in every field that people or systems can fill, on every page that
 * shows it: none runs, nothing is asked of another address, and no page's policy has anything to refuse.
 */
@MinyiTest
@Import(HostileCity.class)
@TestPropertySource(properties = {"minyi.simulator=true", "minyi.citizen.looks-per-day=10000"})
class PayloadsTest {

    private static final List<String> PAYLOADS = Payloads.all();
    private static final int LONGEST_FIELD = 2_000;

    /** Each in a frame of its own, so that none is in another's way. */
    private static final String FRAMES =
            """
            payloads => payloads.forEach((payload, at) => {
              const frame = document.createElement('iframe');
              frame.name = 'p' + at;
              frame.srcdoc = '<main>' + payload + '</main>';
              document.body.append(frame);
            })
            """;

    /** Clicks through the list of matters; answers how often each matter's own payload stands there as a text. */
    private static final String READS_ALL =
            """
            async () => {
              let pauses = 0;
              const pause = () => new Promise((done, late) => pauses++ < 6000 ? setTimeout(done, 15) : late('nothing came'));
              const read = [];
              for (let more = document.getElementById('more'); !more.hidden; ) {
                const before = document.querySelectorAll('#matters li').length;
                more.click();
                while (document.querySelectorAll('#matters li').length === before) await pause();
              }
              for (const number of [...document.querySelectorAll('#matters .number')].map(one => one.textContent)) {
                [...document.querySelectorAll('#matters button')]
                  .find(button => button.querySelector('.number').textContent === number).click();
                const dossier = document.getElementById('dossier');
                while (dossier.querySelector('.dossier-number')?.textContent !== number) await pause();
                dossier.querySelectorAll('details').forEach(part => part.open = true);
                const texts = [...dossier.querySelectorAll('*')].filter(one => one.children.length === 0);
                read.push([number, ...texts.map(one => one.textContent)]);
              }
              return read;
            }
            """;

    private static Chromium chromium;
    private static boolean isBuilt;
    private static String filter;
    private static String instance;
    private static String definition;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @Autowired
    HostileCity city;

    @Autowired
    TestRestTemplate http;

    @LocalServerPort
    int port;

    private Sentinel sentinel;

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
    void a_hostile_city() {
        if (!isBuilt) {
            SmallCity.standsIn(organisation, units);
            organisation.enlist(
                    List.of(new Member("custodian1", "Custodian One", SmallCity.CENTRE, Set.of(Role.CUSTODIAN))));
            logins.give(List.of("reviewer1", "triage1", "auditor1", "admin1", "caller1"), "minyi");
            city.units(PAYLOADS);
            city.matters(PAYLOADS, "reviewer1");
            city.waves(PAYLOADS);
            city.facts(PAYLOADS);
            filter = city.desk(PAYLOADS, "triage");
            city.waiting(PAYLOADS.subList(40, 50));
            instance = city.engine(PAYLOADS);
            definition = city.definitions().get(0);
            isBuilt = true;
        }
        sentinel = new Sentinel(chromium.browser(), "http://localhost:" + port);
    }

    @AfterEach
    void nothing_was_noticed() {
        var noticed = sentinel.noticed();
        sentinel.close();
        assertThat(noticed).isEmpty();
    }

    @Test
    void the_payloads_are_real_and_the_sentinel_notices_them() {
        assertThat(PAYLOADS).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(200);
        var page = sentinel.page();
        // A page without any care, at our own address.
        page.route(
                "**/bare",
                bare -> bare.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody("<p>")));
        page.navigate("/bare");
        page.evaluate(FRAMES, PAYLOADS);
        page.waitForTimeout(2_000);
        var noticed = sentinel.noticed();
        var ran = noticed.stream()
                .filter(what -> what.contains("ran: "))
                .map(what -> what.replaceFirst(" .*", ""))
                .distinct()
                .count();
        var asked = noticed.stream().filter(what -> what.startsWith("asked: ")).count();
        System.out.printf(
                "%d payloads: on a page that writes them as HTML %d run and %d ask elsewhere%n",
                PAYLOADS.size(), ran, asked);
        assertThat(ran).isGreaterThan(60);
        assertThat(asked).isGreaterThan(5);
        assertThat(noticed).anyMatch(what -> what.contains(" carries "));

        // And where a policy stands before it, what is refused is told.
        page.navigate("/login");
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>')");
        assertThat(sentinel.noticed()).anyMatch(what -> what.contains("policy: script-src"));
        page.navigate("about:blank");
        sentinel.noticed();
    }

    @Test
    void matters_and_their_dossiers_show_every_payload_as_text() {
        logIn("reviewer1", "/board/matters");
        assertThat(sentinel.page().locator("#matters li").first()).isVisible();

        var read = (List<?>) sentinel.page().evaluate(READS_ALL);

        var shown = new ArrayList<String>();
        for (var matter : read) {
            var texts = ((List<?>) matter).stream().map(Object::toString).toList();
            PAYLOADS.stream()
                    .filter(payload -> texts.stream()
                                    .filter(text -> text.contains(payload))
                                    .count()
                            >= 7)
                    .forEach(shown::add);
        }
        assertThat(read).hasSizeGreaterThanOrEqualTo(PAYLOADS.size());
        // An address or a name of blanks and control characters alone is another one; the rest stands there as it came.
        assertThat(shown).hasSizeGreaterThanOrEqualTo(PAYLOADS.size() - 3);
    }

    @Test
    void tasklist_shows_tasks_filters_forms_and_dossiers() {
        logIn("triage1", "/camunda/app/tasklist/");
        var page = sentinel.page();
        assertThat(page.locator(".task-filters .task-filter").first()).isVisible();
        reads(page, "body", PAYLOADS.get(0));
        reads(page, "body", PAYLOADS.get(21));
        for (var number = 1; number <= (PAYLOADS.size() + 20) / 15; number++) {
            page.navigate("/camunda/app/tasklist/default/#/?filter=" + filter + "&page=" + number
                    + "&sorting=%5B%7B%22sortBy%22:%22priority%22,%22sortOrder%22:%22desc%22%7D%5D");
            assertThat(page.locator(".tasks-list li.task").first()).isVisible();
            page.waitForTimeout(150);
        }
        reads(page, ".tasks-list", "alert(1)");
        for (var task : city.triages()) {
            page.navigate("/camunda/app/tasklist/default/#/?filter=" + filter + "&task=" + task.getId());
            assertThat(page.locator(".task-details .fjs-container .fjs-form-field")
                            .first())
                    .isVisible();
            assertThat(page.locator(".task-details .dossier .dossier-number").first())
                    .isVisible();
        }
        fillIn(page);
    }

    /** Types them where a form takes text, chooses among units and officers of such names, and sends it off. */
    private static void fillIn(Page page) {
        page.locator(".task-details button.claim").click();
        assertThat(page.locator(".task-details button.unclaim")).isVisible();
        var form = page.locator(".task-details .fjs-container");
        var all = String.join("\n", PAYLOADS);
        form.locator("textarea").first().fill(all.substring(0, LONGEST_FIELD));
        for (var field : form.locator(".fjs-form-field-select").all()) {
            field.locator(".fjs-input-group").click();
            if (field.locator(".fjs-dropdownlist-item").count() > 0) {
                field.locator(".fjs-dropdownlist-item").last().click();
            }
        }
    }

    @Test
    void tasklist_takes_payloads_that_a_person_types_in() {
        logIn("caller1", "/camunda/app/tasklist/");
        var page = sentinel.page();
        page.locator(".start-process-action a").first().click();
        page.locator(".modal-content li a").first().click();
        var form = page.locator(".modal-content .fjs-container");
        assertThat(form.locator(".fjs-form-field").first()).isVisible();
        for (var payload : PAYLOADS) {
            form.locator("input[type=text]").first().fill(payload.replaceAll("\\p{Cntrl}", ""));
            form.locator("textarea").first().fill(payload);
        }
        for (var field : form.locator(".fjs-form-field-select").all()) {
            field.locator(".fjs-input-group").click();
            field.locator(".fjs-dropdownlist-item").last().click();
        }
        page.waitForTimeout(300);
    }

    @Test
    void cockpit_shows_processes_instances_variables_and_incidents() {
        logIn("auditor1", "/camunda/app/cockpit/");
        var page = sentinel.page();
        assertThat(page.locator(".ctn-main").first()).containsText("Running Process Instances");
        show(page, "#/processes", "alert(1)");
        show(page, "#/process-definition/" + definition + "/runtime", PAYLOADS.get(3));
        for (var tab : List.of("incidents", "called-process-definitions", "job-definitions")) {
            show(page, "#/process-definition/" + definition + "/runtime?tab=" + tab + "-tab", "hostile");
        }
        show(page, "#/process-instance/" + instance + "/runtime?tab=variables-tab", PAYLOADS.get(0));
        turnThePages(page);
        for (var tab : List.of("called-process-instances", "user-tasks", "jobs", "external-tasks")) {
            show(page, "#/process-instance/" + instance + "/runtime?tab=" + tab + "-tab", "hostile");
        }
        show(page, "#/process-instance/" + instance + "/runtime?tab=incidents-tab", "alert(1)");
        turnThePages(page);
        show(page, "#/repository", PAYLOADS.get(3));
        show(page, "#/decisions", "Decision");
    }

    @Test
    void cockpits_history_shows_what_was_in_them() {
        logIn("auditor1", "/camunda/app/cockpit/");
        var page = sentinel.page();
        show(page, "#/history", "alert(1)");
        show(page, "#/history?number=" + encoded(PAYLOADS.get(0)) + "&instance=" + instance, "alert(1)");
        for (var tab : List.of("variables", "operations", "decisions", "failures", "evidence", "path")) {
            page.locator(".minyi-tab-" + tab + " a").click();
            assertThat(page.locator(".minyi-tab-" + tab)).hasClass(Pattern.compile(".*active.*"));
            page.waitForTimeout(200);
        }
        page.locator(".minyi-tab-variables a").click();
        reads(page, ".minyi-variables", PAYLOADS.get(PAYLOADS.size() - 1));
    }

    private static void turnThePages(Page page) {
        var next = page.locator(".pagination-next:not(.disabled) a").first();
        for (var pages = 0; pages < 6 && next.isVisible(); pages++) {
            next.click();
            page.waitForTimeout(300);
        }
    }

    @Test
    void admin_shows_people_and_groups() {
        logIn("admin1", "/camunda/app/admin/");
        var page = sentinel.page();
        for (var number = 1; number <= PAYLOADS.size() / 50 + 1; number++) {
            page.navigate("/camunda/app/admin/default/#/users?page=" + number);
            assertThat(page.locator("table tbody tr").first()).isVisible();
            page.navigate("/camunda/app/admin/default/#/groups?page=" + number);
            assertThat(page.locator("table tbody tr").first()).isVisible();
            page.waitForTimeout(150);
        }
        for (var user : List.of("x1", "x60", "x110", "x152")) {
            page.navigate("/camunda/app/admin/default/#/users/" + user + "?tab=profile");
            assertThat(page.locator("form").first()).isVisible();
        }
    }

    private static void show(Page page, String place, String text) {
        page.navigate("/camunda/app/cockpit/default/" + place);
        reads(page, "body", text);
        page.waitForTimeout(200);
    }

    /** Waits until the text stands there as a text. */
    private static void reads(Page page, String where, String text) {
        assertThat(page.locator(where).first()).containsText(text);
    }

    @Test
    void waves_show_who_stopped_them_why_and_whom_they_left_out() {
        logIn("auditor1", "/survey/waves");
        var page = sentinel.page();
        assertThat(page.locator(".wave")).hasCount(60);
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)");
        assertThat(page.locator("#waves")).containsText("<script>alert(1)</script>");
    }

    @Test
    void the_evidence_shows_who_did_what_to_what() {
        logIn("auditor1", "/audit");
        var page = sentinel.page();
        assertThat(page.locator("#facts tbody tr").first()).isVisible();
        for (var pages = 0; pages < 12 && page.locator("#older").isVisible(); pages++) {
            page.locator("#older").click();
            page.waitForTimeout(150);
        }
        assertThat(page.locator("#facts")).containsText("<script>alert(1)</script>");
    }

    @Test
    void the_pocket_phone_shows_what_is_written_both_ways() {
        for (var payload : PAYLOADS) {
            assertThat(http.postForEntity(
                                    "/simulator/api/messages",
                                    Map.of("phone", "13900000003", "text", payload),
                                    String.class)
                            .getStatusCode())
                    .isEqualTo(HttpStatus.CREATED);
        }
        var page = sentinel.page();
        page.navigate("/simulator#13900000003");
        assertThat(page.locator("#thread li")).hasCount(PAYLOADS.size());
        page.locator("#text").fill(PAYLOADS.get(0));
        // A thread this long leaves the buttons no place on the screen.
        page.locator(".quick button").first().dispatchEvent("click");
        assertThat(page.locator("#thread li")).hasCount(PAYLOADS.size() + 1);
        for (var payload : aFew(20)) {
            page.navigate("/simulator#" + encoded(payload));
            page.reload();
            assertThat(page.locator("#number")).not().isEmpty();
        }
    }

    @Test
    void the_login_page_and_addresses_that_do_not_exist_repeat_nothing_that_runs() {
        var page = sentinel.page();
        for (var payload : aFew(60)) {
            page.navigate("/login?to=" + encoded(payload) + "&out=" + encoded(payload));
        }
        for (var payload : PAYLOADS.subList(0, 8)) {
            page.navigate("/login");
            page.locator("#account").fill(payload);
            page.locator("#password").fill(payload);
            page.locator("button").click();
            assertThat(page.locator("#account")).hasValue(payload.replaceAll("\n", ""));
        }
        logIn("reviewer1", "/survey/waves");
        for (var payload : aFew(30)) {
            page.navigate("/board/" + encoded(payload).replace("%2F", "/").replace("%5C", ""));
            page.navigate("/board/api/matters?number=" + encoded(payload));
            page.navigate(
                    "/board/api/matters/" + encoded(payload).replace("%2F", "/").replace("%5C", ""));
            page.navigate("/camunda/app/tasklist/default/?" + encoded(payload));
        }
    }

    /** Of every kind some. */
    private static List<String> aFew(int many) {
        return IntStream.range(0, many)
                .mapToObj(at -> PAYLOADS.get(at * PAYLOADS.size() / many))
                .toList();
    }

    private void logIn(String user, String to) {
        var page = sentinel.page();
        page.navigate("/login?to=" + encoded(to));
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password").fill("minyi");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
        page.waitForURL(Pattern.compile(".*" + Pattern.quote(to) + ".*"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
