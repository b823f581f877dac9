package org.minyi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.desk.Logins;
import org.minyi.desk.guard.Attacks;
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
    /**
     * What the page's policy has to refuse of forms that nobody read, told of by the browser and on its console: pictures
     * and pages from elsewhere; and a handler that the form's own washing meets while it reads the markup it then drops.
     */
    private static final Map<String, Pattern> REFUSED = Map.of(
            "form/html", refused("script-src-attr", "inline event handler"),
            "form/text-image", refused("script-src-attr", "inline event handler"),
            "form/iframe", refused("frame-src", "Framing 'https://example.org/'"),
            "form/image-from-elsewhere", refused("img-src", "Loading the image 'https://example.org/pixel.gif'"),
            "form/text-picture", refused("img-src", "Loading the image 'https://example.org/who-reads-this.gif'"),
            // What a picture would run no browser runs.
            "form/image-svg", Pattern.compile(" carries IMG src=data:image/svg"));

    /** No forms at all: nothing is shown. */
    private static final Set<String> UNREADABLE =
            Set.of("form/whole-form-not-json", "form/whole-form-list", "form/whole-form-broken");

    /** Two hundred frames at once take a slow machine a while. */
    private static final Page.WaitForConditionOptions PATIENTLY =
            new Page.WaitForConditionOptions().setTimeout(120_000);

    private static final Pattern MARKUP = Pattern.compile("[<>{}$]");
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_SMS = 500;

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
    private String last = "";

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
            logins.give(
                    List.of("reviewer1", "triage1", "auditor1", "admin1", "caller1", "custodian1", "director1"),
                    "minyi");
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
        var noticed = new ArrayList<String>();
        page.waitForCondition(
                () -> {
                    noticed.addAll(sentinel.noticedNow());
                    return ran(noticed) > 60 && asked(noticed) > 5 && carries(noticed) > 100;
                },
                PATIENTLY);
        System.out.printf(
                "%d payloads: on a page that writes them as HTML %d run, %d ask elsewhere, %d are carried%n",
                PAYLOADS.size(), ran(noticed), asked(noticed), carries(noticed));

        // And where a policy stands before it, what is refused is told.
        page.navigate("/login");
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>')");
        page.waitForCondition(
                () -> sentinel.noticedNow().stream().anyMatch(what -> what.contains("policy: script-src")), PATIENTLY);
        page.navigate("about:blank");
        sentinel.noticed();
    }

    private static long ran(List<String> noticed) {
        return frames(noticed, "ran: ");
    }

    private static long carries(List<String> noticed) {
        return frames(noticed, " carries ");
    }

    /** In how many of the frames it was noticed. */
    private static long frames(List<String> noticed, String what) {
        return noticed.stream()
                .filter(one -> one.contains(what))
                .map(one -> one.replaceFirst("(?s) .*", ""))
                .distinct()
                .count();
    }

    private static long asked(List<String> noticed) {
        return noticed.stream().filter(what -> what.startsWith("asked: ")).count();
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
                            >= 27)
                    .forEach(shown::add);
        }
        assertThat(read).hasSizeGreaterThanOrEqualTo(PAYLOADS.size());
        // An address or a name of blanks and control characters alone is another one; the rest stands there as it came.
        assertThat(shown).hasSizeGreaterThanOrEqualTo(PAYLOADS.size() - 3);
    }

    /** What is sought is repeated nowhere, whatever comes of it. */
    @Test
    void what_is_sought_among_matters_and_in_the_history_is_no_more_than_sought() {
        logIn("reviewer1", "/board/matters");
        var page = sentinel.page();
        assertThat(page.locator("#matters li").first()).isVisible();
        for (var payload : aFew(60)) {
            page.locator("#number").fill(payload);
            page.waitForResponse(Pattern.compile(".*/board/api/matters\\?.*"), () -> page.locator("#number")
                    .press("Enter"));
        }
        logIn("auditor1", "/camunda/app/cockpit/");
        for (var payload : aFew(15)) {
            show(page, "#/history", "alert(1)");
            for (var field : List.of("number", "unit", "officer")) {
                page.locator(".minyi-search [name=" + field + "]").fill(payload);
            }
            page.waitForResponse(
                    Pattern.compile(".*/history/api/instances\\?.*"),
                    () -> page.locator(".minyi-search button").click());
            assertThat(page.locator(".minyi-results > *").first()).isVisible();
        }
    }

    @Test
    void tasklist_shows_tasks_filters_forms_and_dossiers() {
        logIn("triage1", "/camunda/app/tasklist/");
        var page = sentinel.page();
        assertThat(page.locator(".task-filters .task-filter").first()).isVisible();
        reads(page, "body", PAYLOADS.get(0));
        reads(page, "body", PAYLOADS.get(21));
        var notListed = new ArrayList<>(PAYLOADS);
        for (var number = 1; number <= PAYLOADS.size() / 15 + 1; number++) {
            page.navigate("/camunda/app/tasklist/default/#/?filter=" + filter + "&page=" + number
                    + "&sorting=%5B%7B%22sortBy%22:%22priority%22,%22sortOrder%22:%22desc%22%7D%5D");
            var left = Math.max(0, PAYLOADS.size() - 15 * number);
            page.waitForCondition(() -> {
                var listed = page.locator(".tasks-list li.task h4").allTextContents().stream()
                        .map(String::strip)
                        .toList();
                notListed.removeIf(payload -> listed.contains(payload.strip()));
                return notListed.size() <= left;
            });
        }
        assertThat(notListed).as("tasks that were on no page").isEmpty();
        var triages = city.tasks("userTask_triage");
        assertThat(triages).isNotEmpty();
        for (var task : triages) {
            open(page, task);
        }
    }

    @Test
    void what_triage_writes_is_sent_off_and_stands_in_the_dossier_as_it_was_written() {
        logIn("triage1", "/camunda/app/tasklist/");
        var page = sentinel.page();
        var triages = city.tasks("userTask_triage");
        var texts = packed(LONGEST_TEXT, "\n");
        assertThat(triages).hasSizeGreaterThanOrEqualTo(texts.size());
        var numbers = new ArrayList<String>();
        for (var at = 0; at < texts.size(); at++) {
            open(page, triages.get(at));
            numbers.add(page.locator(".task-details .dossier .dossier-number")
                    .first()
                    .textContent());
            asksForTime(page, texts.get(at));
            triage(page, texts.get(at));
        }
        assertThat(city.tasks("userTask_triage"))
                .as("what was sent off is done")
                .hasSize(triages.size() - texts.size());

        logIn("reviewer1", "/board/matters");
        assertThat(missingIn(entries(numbers, "Triage"))).isEmpty();
        assertThat(missingIn(entries(numbers, "1 working day more was asked for")))
                .isEmpty();
    }

    private static void open(Page page, Task task) {
        page.waitForResponse(
                Pattern.compile(".*/dossier/api/tasks/" + task.getId()),
                () -> page.navigate("/camunda/app/tasklist/default/#/?task=" + task.getId()));
        assertThat(page.locator(".task-details .fjs-container .fjs-form-field").first())
                .isVisible();
        assertThat(page.locator(".task-details .dossier .dossier-holder").first())
                .isVisible();
    }

    /** It need not be decided: the request lapses when the step is done. */
    private static void asksForTime(Page page, String text) {
        var fold = page.locator(".task-details .dossier .dossier-fold")
                .filter(new Locator.FilterOptions().setHasText("Ask for more time"));
        fold.locator("summary").click();
        fold.locator("textarea").fill(text);
        fold.locator("button").click();
        assertThat(fold).hasCount(0);
    }

    /** Types it where the form takes text, chooses among units and officers of such names, and sends it off. */
    private static void triage(Page page, String text) {
        claim(page);
        var form = page.locator(".task-details .fjs-container");
        form.getByLabel("Ours: a unit puts it right").check();
        form.getByLabel("Notes").fill(text);
        chooseTheLast(form);
        complete(page);
    }

    private static void claim(Page page) {
        page.locator(".task-details button.claim").click();
        assertThat(page.locator(".task-details button.unclaim")).isVisible();
    }

    private static void complete(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"))
                .click();
        assertThat(page.locator(".no-task")).isVisible();
    }

    private static void chooseTheLast(Locator form) {
        for (var field : form.locator(".fjs-form-field-select").all()) {
            field.locator(".fjs-input-group").click();
            var all = field.locator(".fjs-dropdownlist-item");
            var hostile = all.filter(new Locator.FilterOptions().setHasText(MARKUP));
            (hostile.count() > 0 ? hostile : all).last().click();
        }
    }

    @Test
    void what_a_caller_takes_down_is_sent_off_and_stands_in_the_dossier_as_it_was_said() {
        logIn("caller1", "/camunda/app/tasklist/");
        var page = sentinel.page();
        var before = city.startedBy("caller1");
        var texts = packed(LONGEST_TEXT, "\n");
        for (var at = 0; at < texts.size(); at++) {
            var form = startForm(page);
            for (var payload : part(at, texts.size())) {
                form.getByLabel("Name of the person").fill(inOneLine(payload));
                form.getByLabel("Address").fill(inOneLine(payload));
            }
            form.getByLabel("Name of the person")
                    .fill(HostileCity.named(packed(90, " ").get(at)));
            form.getByLabel("Address").fill(HostileCity.named(packed(190, " ").get(at)));
            form.getByLabel("What the person says").fill(texts.get(at));
            chooseTheLast(form);
            page.locator(".modal-footer .btn-primary").last().click();
            assertThat(page.locator(".modal-content")).hasCount(0);
        }
        assertThat(city.startedBy("caller1")).as("all were sent off").isEqualTo(before + texts.size());

        logIn("reviewer1", "/board/matters");
        assertThat(missingIn(dossiers(newest(texts.size())))).isEmpty();
    }

    /** What is too long goes nowhere, and the form says so. */
    @Test
    void what_is_longer_than_its_field_is_refused_by_the_form() {
        logIn("caller1", "/camunda/app/tasklist/");
        var page = sentinel.page();
        var before = city.startedBy("caller1");
        var form = startForm(page);
        form.getByLabel("Name of the person").fill(packed(200, " ").get(0));
        form.getByLabel("What the person says").fill(String.join("\n", PAYLOADS));
        form.getByLabel("What the person says").blur();
        assertThat(page.locator(".modal-footer .btn-primary").last()).isDisabled();
        assertThat(form.locator(".fjs-form-field-error").filter(new Locator.FilterOptions().setHasText("100")))
                .hasCount(1);
        assertThat(form.locator(".fjs-form-field-error").filter(new Locator.FilterOptions().setHasText("2000")))
                .hasCount(1);
        assertThat(city.startedBy("caller1")).isEqualTo(before);
    }

    private static Locator startForm(Page page) {
        page.locator(".start-process-action a").first().click();
        page.locator(".modal-content li a").first().click();
        var form = page.locator(".modal-content .fjs-container");
        assertThat(form.locator(".fjs-form-field").first()).isVisible();
        return form;
    }

    @Test
    void why_somebody_wants_an_identity_and_why_not_stands_there_as_it_was_written() {
        var texts = packed(LONGEST_TEXT, "\n");
        logIn("reviewer1", "/board/matters");
        var page = sentinel.page();
        var numbers = newest(texts.size());
        for (var at = 0; at < texts.size(); at++) {
            dossier(page, numbers.get(at));
            page.locator("#dossier .dossier-asking textarea").fill(texts.get(at));
            page.locator("#dossier .dossier-asking button").click();
            assertThat(page.locator("#dossier .dossier-asking form")).hasCount(0);
        }
        city.goOn("identity-request");

        logIn("custodian1", "/camunda/app/tasklist/");
        var asked = new StringBuilder();
        var tasks = city.tasks("userTask_decideRequest");
        assertThat(tasks).hasSize(texts.size());
        for (var at = 0; at < texts.size(); at++) {
            open(page, tasks.get(at));
            asked.append(page.locator(".task-details .dossier").textContent());
            claim(page);
            page.locator(".task-details").getByLabel("No: it stays sealed").check();
            page.locator(".task-details").getByLabel("Reasons").fill(texts.get(at));
            complete(page);
        }
        assertThat(missingIn(asked))
                .as("reasons that the custodian did not read")
                .isEmpty();

        logIn("reviewer1", "/board/matters");
        var refused = new StringBuilder();
        for (var number : numbers) {
            dossier(page, number);
            refused.append(page.locator("#dossier .dossier-refused").textContent());
        }
        assertThat(missingIn(refused))
                .as("reasons that whoever asked did not read")
                .isEmpty();
    }

    @Test
    void what_a_leader_holds_of_a_matter_is_sent_off_and_stands_in_the_dossier_as_it_was_written() {
        var texts = packed(LONGEST_TEXT, "\n");
        logIn("director1", "/board/matters");
        var page = sentinel.page();
        var numbers = newest(texts.size());
        for (var at = 0; at < texts.size(); at++) {
            dossier(page, numbers.get(at));
            var fold =
                    page.locator("#dossier .dossier-fold").filter(new Locator.FilterOptions().setHasText("Supervise"));
            fold.locator("textarea").fill(texts.get(at));
            fold.locator("button").click();
            assertThat(fold).hasCount(0);
        }
        assertThat(missingIn(entries(numbers, "Supervised by a leader"))).isEmpty();
    }

    @Test
    void why_a_matter_is_held_is_sent_off_and_stands_there_as_it_was_written() {
        var texts = packed(LONGEST_TEXT, "\n");
        logIn("reviewer1", "/board/matters");
        var page = sentinel.page();
        var numbers = newest(texts.size());
        logIn("custodian1", "/custody/holds");
        for (var at = 0; at < texts.size(); at++) {
            page.locator("#matter").fill(numbers.get(at));
            page.locator("#reason").fill(texts.get(at));
            page.locator("#set button").click();
            assertThat(page.locator("#holds li")).hasCount(at + 1);
        }
        assertThat(missingIn(page.locator("#holds").textContent())).isEmpty();
    }

    /** Where nobody reads what is stored, the page's policy and its forms are what is left: they may refuse, loudly. */
    @Test
    void of_forms_that_nobody_read_before_they_were_stored_nothing_runs_and_nothing_is_fetched() {
        var forms = Attacks.forms();
        var tasks = city.unread(forms, "triage");
        assertThat(tasks).hasSameSizeAs(forms.keySet());
        logIn("triage1", "/camunda/app/tasklist/");
        var page = sentinel.page();
        for (var task : tasks) {
            page.navigate("/camunda/app/tasklist/default/#/?task=" + task.getId());
            assertThat(page.locator(".task-details h2.task")).hasText(task.getName());
            if (!UNREADABLE.contains(task.getName())) {
                assertThat(page.locator(".task-details .fjs-container")).hasCount(1);
            }
            var noticed = new ArrayList<String>();
            var expected = REFUSED.get(task.getName());
            if (expected != null) {
                page.waitForCondition(() -> {
                    noticed.addAll(sentinel.noticedNow());
                    return noticed.stream()
                            .anyMatch(what -> expected.matcher(what).find());
                });
            }
            page.waitForTimeout(300);
            noticed.addAll(sentinel.noticedNow());
            noticed.removeIf(what -> expected != null && expected.matcher(what).find());
            assertThat(noticed).as(task.getName()).isEmpty();
        }
    }

    /** The numbers of the matters that came last. */
    private List<String> newest(int many) {
        var page = sentinel.page();
        assertThat(page.locator("#matters .number").first()).isVisible();
        return page.locator("#matters .number").allTextContents().subList(0, many);
    }

    private String dossiers(List<String> numbers) {
        return numbers.stream().map(number -> dossier(sentinel.page(), number)).collect(Collectors.joining());
    }

    /** What stands under this title in the stories of the matters. */
    private String entries(List<String> numbers, String title) {
        var page = sentinel.page();
        return numbers.stream()
                .map(number -> {
                    dossier(page, number);
                    return String.join(
                            "",
                            page.locator("#dossier .dossier-entry:has(.dossier-title:has-text('" + title
                                            + "')) blockquote")
                                    .allTextContents());
                })
                .collect(Collectors.joining());
    }

    /** Seeks a matter, opens its dossier and unfolds all of it. */
    private static String dossier(Page page, String number) {
        page.locator("#number").fill(number);
        page.locator("#number").press("Enter");
        assertThat(page.locator("#matters .number")).hasText(new String[] {number});
        page.locator("#matters button").click();
        assertThat(page.locator("#dossier .dossier-heading .dossier-number")).hasText(number);
        page.evaluate("document.querySelectorAll('#dossier details').forEach(part => part.open = true)");
        return page.locator("#dossier").textContent();
    }

    /** All of them, in as few texts as a field of this length takes. */
    private static List<String> packed(int longest, String between) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        for (var one : PAYLOADS) {
            var payload = between.equals("\n") ? one : inOneLine(one);
            if (field.length() + payload.length() + between.length() > longest && !field.isEmpty()) {
                fields.add(field.toString().stripTrailing());
                field.setLength(0);
            }
            field.append(payload).append(between);
        }
        fields.add(field.toString().stripTrailing());
        return fields;
    }

    /** Of so many parts one. */
    private static List<String> part(int number, int parts) {
        return PAYLOADS.subList(PAYLOADS.size() * number / parts, PAYLOADS.size() * (number + 1) / parts);
    }

    /** Those that do not stand in what was read; where a line was broken or a blank was doubled says nothing. */
    private static List<String> missingIn(CharSequence read) {
        var text = squeezed(read);
        return PAYLOADS.stream()
                .filter(payload -> !text.contains(squeezed(payload)))
                .toList();
    }

    private static String squeezed(CharSequence text) {
        return text.toString().replaceAll("[\\s\\p{Cntrl}\\h]+", "");
    }

    /** What stands there once it is something else than what was read last. */
    private String another(Page page, String where) {
        page.waitForCondition(() -> {
            var text = String.join("\n", page.locator(where).allTextContents());
            var isAnother = !text.isBlank() && !text.equals(last);
            last = isAnother ? text : last;
            return isAnother;
        });
        return last;
    }

    private static Pattern refused(String directive, String said) {
        return Pattern.compile(
                "policy: " + directive + " refused |^console: [A-Za-z ]*" + Pattern.quote(said) + ".* violates ");
    }

    private static String inOneLine(String payload) {
        return payload.replaceAll("\\p{Cntrl}", "");
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
        assertThat(missingIn(allPages(page, ".ctn-content-container tbody")))
                .as("variables")
                .isEmpty();
        for (var tab : List.of("called-process-instances", "user-tasks", "jobs", "external-tasks")) {
            show(page, "#/process-instance/" + instance + "/runtime?tab=" + tab + "-tab", "hostile");
        }
        show(page, "#/process-instance/" + instance + "/runtime?tab=incidents-tab", "alert(1)");
        assertThat(missingIn(allPages(page, ".ctn-content-container tbody")))
                .as("incidents")
                .isEmpty();
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

    /** Reads the first page and every one after it. */
    private String allPages(Page page, String where) {
        var read = new StringBuilder(another(page, where));
        for (var turned = 0; turned < 10; turned++) {
            var next = page.locator(".pagination-next:not(.disabled) a").first();
            if (!next.isVisible()) {
                assertThat(turned).as("pages that were turned").isGreaterThanOrEqualTo(PAYLOADS.size() / 50);
                return read.toString();
            }
            next.click();
            read.append(another(page, where));
        }
        throw new AssertionError("no end of pages");
    }

    @Test
    void admin_shows_people_and_groups() {
        logIn("admin1", "/camunda/app/admin/");
        var page = sentinel.page();
        page.navigate("/camunda/app/admin/default/#/users");
        assertThat(page.locator("table tbody tr").first()).isVisible();
        assertThat(missingIn(allPages(page, "table tbody"))).as("people").isEmpty();
        page.navigate("/camunda/app/admin/default/#/groups");
        assertThat(page.locator("table tbody tr").first()).isVisible();
        assertThat(missingIn(allPages(page, "table tbody"))).as("groups").isEmpty();
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
        // Not all are told of a wave: not what was unusual about one that was stopped.
        assertThat(missingIn(page.locator("#waves").textContent())).hasSizeLessThan(PAYLOADS.size() / 4);
    }

    @Test
    void why_a_wave_is_stopped_is_sent_off_and_stands_on_its_card() {
        logIn("reviewer1", "/survey/waves");
        var page = sentinel.page();
        var texts = packed(LONGEST_TEXT, "\n");
        var notes = new StringBuilder();
        for (var text : texts) {
            var wave = page.locator(".wave")
                    .filter(new Locator.FilterOptions().setHas(page.locator("button.danger")))
                    .first()
                    .getAttribute("data-wave");
            page.locator("[data-wave='" + wave + "'] button.danger").click();
            page.locator("#reason").fill(text);
            page.locator("#stop").click();
            assertThat(page.locator("[data-wave='" + wave + "'] button.danger")).hasCount(0);
            notes.append(page.locator("[data-wave='" + wave + "'] .note").textContent());
        }
        assertThat(missingIn(notes)).isEmpty();
    }

    @Test
    void the_evidence_shows_who_did_what_to_what() {
        logIn("auditor1", "/audit");
        var page = sentinel.page();
        assertThat(page.locator("#facts tbody tr").first()).isVisible();
        var rows = page.locator("#facts tbody tr");
        while (page.locator("#older").isVisible()) {
            var before = rows.count();
            page.locator("#older").click();
            page.waitForCondition(
                    () -> rows.count() > before || !page.locator("#older").isVisible());
        }
        // Evidence names nobody and nothing longer than a hundred characters.
        assertThat(missingIn(page.locator("#facts").textContent()))
                .doesNotContainAnyElementsOf(HostileCity.nameable(PAYLOADS));
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
        assertThat(missingIn(page.locator("#thread").textContent())).isEmpty();
        page.locator("#text").fill(PAYLOADS.get(0));
        // A thread this long leaves the buttons no place on the screen.
        page.locator(".quick button").first().dispatchEvent("click");
        var messages = PAYLOADS.size() + 1;
        assertThat(page.locator("#thread li")).hasCount(messages);
        for (var text : packed(LONGEST_SMS, " ")) {
            page.locator("#search").fill(text);
            page.locator("#text").fill(text);
            page.locator("#text").press("Enter");
            assertThat(page.locator("#thread li")).hasCount(++messages);
        }
        var typed = page.locator("#thread li").all().subList(PAYLOADS.size() + 1, messages).stream()
                .map(Locator::textContent)
                .collect(Collectors.joining());
        assertThat(missingIn(typed)).isEmpty();
        for (var payload : aFew(20)) {
            page.navigate("/simulator#" + encoded(payload));
            page.reload();
            assertThat(page.locator("#number")).not().isEmpty();
        }
    }

    @Test
    void the_login_page_and_addresses_that_do_not_exist_repeat_nothing_that_runs() {
        var page = sentinel.page();
        for (var payload : aFew(40)) {
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
        for (var payload : aFew(12)) {
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
        page.context().clearCookies();
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
