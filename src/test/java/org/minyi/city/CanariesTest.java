package org.minyi.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.minyi.LoggedIn;
import org.minyi.MinyiTest;
import org.minyi.TestDatabase;
import org.minyi.channel.mail.LetterDesk;
import org.minyi.channel.phone.CallNews;
import org.minyi.channel.phone.Hotline;
import org.minyi.channel.phone.PhoneCalls;
import org.minyi.complaint.ComplaintId;
import org.minyi.counter.Enquiries;
import org.minyi.desk.Logins;
import org.minyi.organisation.ClientKeys;
import org.minyi.organisation.Extensions;
import org.minyi.organisation.MachineClient;
import org.minyi.organisation.Member;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.Role;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.minyi.supervision.Overdue;
import org.minyi.survey.Waves;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/**
 * Five hundred people who were told about nowhere else complain about one post and the sub-bureau above it, through every
 * flow. Then those complained about look for them in every answer they can get, and whoever has the disk and the log in
 * hand looks there: nobody is found.
 */
@ExtendWith(OutputCaptureExtension.class)
@MinyiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestPropertySource(
        properties = {
            "minyi.simulator=true",
            "minyi.sms.dispatcher=true",
            "minyi.exchange.dispatcher=true",
            "camunda.bpm.job-execution.enabled=true",
            // Every caller of this city is one person, and looks at everybody.
            "minyi.citizen.looks-per-day=1000",
            "logging.level.root=info"
        })
class CanariesTest {

    private static final int FLOCK = 500;
    private static final int ON_THE_TELEPHONE = 5;
    private static final int RAISED_FROM = CanaryFlows.RAISED_FROM;
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final String REST = "/engine-rest";
    private static final String WEB_APPS = "/camunda/api/engine/engine/default";

    /** Of the post complained about, and of the sub-bureau above it, which every seventh complains about. */
    private static final List<String> ACCUSED = List.of("officer1", "officer1b", "liaison1", "leader1");

    @LocalServerPort
    int port;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @Autowired
    Extensions extensions;

    @Autowired
    PhoneCalls telephone;

    @Autowired
    LetterDesk letters;

    @Autowired
    ClientKeys keys;

    @Autowired
    Waves waves;

    @Autowired
    Overdue overdue;

    @Autowired
    Enquiries enquiries;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService matters;

    @Autowired
    ManagementService jobs;

    @Autowired
    JdbcTemplate database;

    @Autowired
    DataSource dataSource;

    @Autowired
    ObjectProvider<MeterRegistry> metrics;

    @Autowired
    Clock clock;

    private final List<Canary> flock = Canary.flock(FLOCK);
    private final Map<String, Canary> people = new HashMap<>();
    /** Matter id to canary. */
    private final Map<String, Canary> raised = new HashMap<>();

    private Http http;
    private CanaryFlows flows;
    private String key;
    private String refusals = "";
    /** Reads why somebody asks, without the name and the number that they wrote there. */
    private String custodian = "";

    @BeforeAll
    void five_hundred_people_complain() {
        SmallCity.standsIn(organisation, units);
        // Only documents to the sub-bureau can arrive by mail.
        organisation.mail(SmallCity.NORTH, "north@police.lanhe.example");
        organisation.enlist(
                List.of(new Member("custodian1", "Custodian One", SmallCity.CENTRE, Set.of(Role.CUSTODIAN))));
        logins.give(SmallCity.members().stream().map(Member::userId).toList(), "minyi");
        logins.give(List.of("custodian1"), "minyi");
        http = new Http("http://localhost:" + port);
        key = keys.issue(MachineClient.ofEverybody("canaries"));
        var began = System.nanoTime();

        contactsAndTheirWave();
        complaintsOfOtherSystems();
        complainingAgain();
        onTheTelephone();
        brokenOnes();
        knowWhoIsWho();
        writtenToTheCentre();
        flows = new CanaryFlows(http, tasks, matters, database, clock, people);
        workUntilQuiet();
        askedAgain();
        askedForBesides();
        workUntilQuiet();
        knowWhichMatterIsWhose();
        identitiesAskedFor();
        unusualWave();

        System.out.printf(
                "%d canaries in %d s; done %s; written elsewhere %s%n",
                FLOCK, (System.nanoTime() - began) / 1_000_000_000L, flows.done(), new TreeMap<>(flows.written));
    }

    private void contactsAndTheirWave() {
        var yesterday = LocalDate.now(clock).minusDays(1);
        var file = flock.stream()
                .limit(RAISED_FROM)
                .map(canary -> contact(canary, "C" + canary.number(), yesterday, "10:05"))
                .collect(Collectors.joining("\n", contactsHead(), "\n"));
        assertThat(handIn("/api/contacts", "text/csv", file)).contains("\"accepted\":" + RAISED_FROM);

        waves.start(yesterday, "reviewer1");
        await().atMost(PATIENCE)
                .until(() -> answer(
                                flock.stream()
                                        .limit(RAISED_FROM)
                                        .collect(Collectors.toMap(Canary::phone, canary -> "3 " + canary.words())),
                                1)
                        == RAISED_FROM);
        await().atMost(PATIENCE)
                .until(() -> database.queryForObject("select count(*) from complaint", Integer.class) == RAISED_FROM);
    }

    private void complaintsOfOtherSystems() {
        // A hotline that takes nothing of what it is told: each message comes to a person, who writes down everything.
        assertThat(http.tryPut("/simulator/api/exchange/mood", null, Map.of("mood", "REFUSES")))
                .isEqualTo(200);
        flock.stream().skip(RAISED_FROM).forEach(canary -> {
            if (isHandedOver(canary)) {
                assertThat(http.post("/simulator/api/exchange/messages", null, handOver(canary))
                                .path("answer")
                                .asInt())
                        .isEqualTo(200);
            } else {
                assertThat(handIn("/api/complaints", "application/json", complaint(canary, "household-registration")))
                        .startsWith("201");
            }
        });
        await().atMost(PATIENCE)
                .until(() -> database.queryForObject("select count(*) from complaint", Integer.class) == FLOCK);
    }

    private static boolean isHandedOver(Canary canary) {
        return canary.number() % 10 == 3 || canary.number() % 10 == 9;
    }

    private static Map<String, Object> handOver(Canary canary) {
        return Map.of(
                "reference",
                "K" + canary.number(),
                "kind",
                "hand-over",
                "body",
                Map.of(
                        "name",
                        canary.name(),
                        "phone",
                        canary.phone(),
                        "address",
                        canary.address(),
                        "unit",
                        (CanaryFlows.aboutTheSubCentre(canary) ? SmallCity.NORTH : SmallCity.NORTH_POST).value(),
                        "officer",
                        "officer1",
                        "business",
                        "household-registration",
                        "words",
                        canary.words()));
    }

    /** On the hotline: somebody types what they say. It is like the matter they have already. */
    private void complainingAgain() {
        for (var canary : again()) {
            assertThat(http.post(
                                    REST + "/process-definition/key/complaint/submit-form",
                                    "triage1",
                                    Http.variables(Map.of(
                                            "channel", "HOTLINE",
                                            "kind", "COMPLAINT",
                                            "citizenName", canary.name(),
                                            "citizenPhone", canary.phone(),
                                            "citizenAddress", canary.address(),
                                            "unit", SmallCity.NORTH_POST.value(),
                                            "business", "household-registration",
                                            "complaintWords", canary.words())))
                            .path("id")
                            .asText())
                    .as("%s complains again", canary)
                    .isNotEmpty();
        }
    }

    /** Three ring the public hotline, a fourth gives up, and an officer who says who they are rings the internal one. */
    private void onTheTelephone() {
        extensions.set("inspector1", "8011", "admin1");
        for (var canary : flock.subList(446, 449)) {
            answered(canary, Hotline.PUBLIC, "userTask_takeCall", Map.of("takenAs", "MATTER"));
        }
        answered(
                flock.get(449),
                Hotline.POLICE,
                "userTask_takeWord",
                Map.of("wordKind", "MATTER", "officerNamed", "NAMED"));
        extensions.set("inspector1", null, "admin1");
        rungBack(flock.get(450));
    }

    /** Gives up waiting; a caller rings them back, and writes down everything. */
    private void rungBack(Canary canary) {
        var news = CallNews.of("simulator", "canary-" + canary.number(), CallNews.What.CALLED, clock.instant());
        telephone.tell(news.to(Hotline.PUBLIC, canary.phone()));
        telephone.tell(CallNews.of(news.exchange(), news.call(), CallNews.What.ENDED, clock.instant()));
        var path = REST + "/task/" + waiting("userTask_ringBack").get(0);
        assertThat(http.tryPost(path + "/claim", "caller1", Map.of("userId", "caller1")))
                .isEqualTo(204);
        http.post(path + "/submit-form", "caller1", Http.variables(said(canary, Map.of("ringOutcome", "MATTER"))));
    }

    private void answered(Canary canary, Hotline hotline, String step, Map<String, Object> taken) {
        var news = CallNews.of("simulator", "canary-" + canary.number(), CallNews.What.CALLED, clock.instant());
        telephone.tell(news.to(hotline, canary.phone()));
        telephone.tell(CallNews.of(news.exchange(), news.call(), CallNews.What.ANSWERED, clock.instant())
                .at("8011"));
        http.post(
                REST + "/task/" + waiting(step).get(0) + "/submit-form",
                "inspector1",
                Http.variables(said(canary, taken)));
    }

    private static Map<String, Object> said(Canary canary, Map<String, Object> taken) {
        var answers = new HashMap<>(taken);
        answers.putAll(Map.of(
                "kind", "COMPLAINT",
                "citizenName", canary.name(),
                "citizenPhone", canary.phone(),
                "unit", SmallCity.NORTH_POST.value(),
                "business", "household-registration",
                "complaintWords", canary.words()));
        return answers;
    }

    /** Three write a letter: nobody knows them by it, so each is another person to Minyi. */
    private void writtenToTheCentre() {
        for (var canary : writing()) {
            var letter =
                    """
                    From: =?utf-8?B?%s?= <writer%d@mail.example>
                    To: letters@police.lanhe.example
                    Subject: =?utf-8?B?%s?=
                    Message-ID: <%s@mail.example>
                    MIME-Version: 1.0
                    Content-Type: text/plain; charset=utf-8
                    Content-Transfer-Encoding: 8bit

                    %s
                    """
                            .formatted(
                                    base64(canary.name()),
                                    canary.number(),
                                    base64(canary.name()),
                                    canary.marker(),
                                    canary.words());
            assertThat(letters.take(letter.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
            people.put(
                    database.queryForObject(
                            "select person_id::text from complaint where channel = 'MAIL' order by id desc limit 1",
                            String.class),
                    canary);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Canary> writing() {
        return flock.subList(451, 454);
    }

    private List<Canary> again() {
        return flock.subList(446, 457);
    }

    /** One dealing only is not as many as the day before; whoever looks at it writes down everything they know of it. */
    private void unusualWave() {
        var canary = flock.get(0);
        assertThat(handIn(
                        "/api/contacts",
                        "text/csv",
                        contactsHead()
                                + contact(canary, "D0", LocalDate.now(clock).minusDays(1), "16:05")
                                + "\n"))
                .contains("\"accepted\":1");
        waves.start(LocalDate.now(clock).minusDays(1), "reviewer1");
        await().atMost(PATIENCE).until(() -> !waiting("userTask_releaseWave").isEmpty());
        for (var task : waiting("userTask_releaseWave")) {
            var path = REST + "/task/" + task;
            http.post(path + "/claim", "reviewer2", Map.of("userId", "reviewer2"));
            http.post(
                    path + "/submit-form",
                    "reviewer2",
                    Http.variables(Map.of("releaseVerdict", "WITHDRAW", "releaseWords", canary.words())));
        }
    }

    private static String contactsHead() {
        return "source,reference,module,business,served_at,unit,officer,name,phone,address\n";
    }

    private static String contact(Canary canary, String reference, LocalDate day, String hour) {
        return "CANARY,%s,window-service,household-registration,%s %s,%s,%s,%s,%s,%s"
                .formatted(
                        reference,
                        day,
                        hour,
                        CanaryFlows.aboutTheSubCentre(canary) ? SmallCity.NORTH : SmallCity.NORTH_POST,
                        CanaryFlows.aboutTheSubCentre(canary) ? "leader1" : "officer1",
                        canary.name(),
                        canary.phone(),
                        canary.address());
    }

    private static String complaint(Canary canary, String business) {
        return """
               {"channel": "12345", "reference": "K%d", "name": "%s", "phone": "%s", "address": "%s", "unit": "%s",
                "officer": "officer1", "business": "%s", "words": "%s"}
               """
                .formatted(
                        canary.number(),
                        canary.name(),
                        canary.phone(),
                        canary.address(),
                        CanaryFlows.aboutTheSubCentre(canary) ? SmallCity.NORTH : SmallCity.NORTH_POST,
                        business,
                        canary.words());
    }

    /** What is not as expected is where programs quote what they got. */
    private void brokenOnes() {
        for (var canary : flock.subList(0, 20)) {
            var whole = complaint(canary, "household-registration");
            refusals += handIn("/api/complaints", "application/json", whole.substring(0, whole.length() - 4));
            refusals += handIn("/api/complaints", "application/json", whole.replace("\"name\": ", "\"minor\": "));
            refusals += handIn("/api/complaints", "application/json", complaint(canary, canary.phone()));
            refusals += handIn("/api/complaints", "application/json", whole.replace("等了", "等了".repeat(3_000)));
            refusals += handIn("/api/complaints", "text/plain", whole);
            refusals += handIn("/api/complaints?" + encoded(canary.name()), "application/json", "[]");
            refusals += handIn(
                    "/api/contacts",
                    "text/csv",
                    "source,reference,module,business,served_at,unit,officer,name,phone,address\n"
                            + "%s,%s,%s,%s,%s,%s,%s,,%s,%s\n"
                                    .formatted(
                                            canary.name(),
                                            canary.phone(),
                                            canary.name(),
                                            canary.phone(),
                                            canary.phone(),
                                            canary.phone(),
                                            canary.name(),
                                            canary.name(),
                                            canary.name()));
            refusals += handIn(
                    "/api/contacts",
                    "application/json",
                    "[{\"source\":\"%s\",\"name\":\"%s\",\"phone\":\"%s\""
                            .formatted(canary.name(), canary.name(), canary.phone()));
            refusals += http.all(
                    "/simulator/api/messages", null, "application/json", "{\"phone\":\"%s\"".formatted(canary.name()));
            refusals += http.all(
                    "/custody/api/requests",
                    "leader1",
                    "application/json",
                    "{\"matter\":\"%s\"}".formatted(canary.name()));
            refusals += http.all(
                    REST + "/process-definition/key/complaint/submit-form",
                    "caller1",
                    "application/json",
                    "{\"variables\":{\"citizenName\":{\"value\":\"%s\"},\"citizenPhone\":{\"value\":\"%s x\"},"
                                    .formatted(canary.name(), canary.phone())
                            + "\"complaintWords\":{\"value\":\"%s\"}}}".formatted(canary.words()));
        }
    }

    private String handIn(String path, String type, String body) {
        return http.withKey(path, key, type, body);
    }

    private void knowWhoIsWho() {
        database.query("select person_id, reference from contact", row -> {
            people.put(
                    row.getString(1),
                    flock.get(Integer.parseInt(row.getString(2).substring(1))));
        });
        database.query(
                "select person_id, reference from complaint where reference like 'K%'",
                row -> {
                    people.put(
                            row.getString(1),
                            flock.get(Integer.parseInt(row.getString(2).substring(1))));
                });
        assertThat(people).hasSize(FLOCK);
    }

    private void knowWhichMatterIsWhose() {
        database.query("select id, person_id from complaint", row -> {
            raised.put(row.getString(1), people.get(row.getString(2)));
        });
        assertThat(raised)
                .hasSize(FLOCK + again().size() + ON_THE_TELEPHONE + writing().size());
    }

    private void workUntilQuiet() {
        var end = clock.instant().plus(PATIENCE);
        var quiet = 0;
        while (quiet < 3) {
            assertThat(clock.instant()).as("still at work: " + flows.done()).isBefore(end);
            quiet = flows.work() == 0
                            && callsDue() == 0
                            && jobs.createJobQuery()
                                            .executable()
                                            .withRetriesLeft()
                                            .count()
                                    == 0
                    ? quiet + 1
                    : 0;
            pause();
        }
        assertThat(matters.createIncidentQuery().count()).isZero();
    }

    /** The hours between two tries to reach somebody are over; answers how many that are. */
    private int callsDue() {
        var waiting = jobs.createJobQuery()
                .timers()
                .activityId("event_nextAttemptDue")
                .list();
        waiting.forEach(timer -> jobs.executeJob(timer.getId()));
        return waiting.size();
    }

    private void askedAgain() {
        var answers = CanaryFlows.secondAnswers(flock);
        answer(answers, 2);
        await().atMost(PATIENCE)
                .until(() -> database.queryForObject(
                                "select count(*) from question where subject = 'WORK_ORDER' and answer = 'SATISFIED'",
                                Integer.class)
                        > 0);
    }

    /** More time for what has to be put right, how a matter stands; and something is late. */
    private void askedForBesides() {
        var rectifying = tasks.createTaskQuery()
                .taskDefinitionKey("userTask_rectify")
                .taskAssignee("officer1")
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, 3);
        for (var task : rectifying.subList(0, 2)) {
            var words = flows.whose(task).words();
            http.post(
                    "/extension/api/requests",
                    "officer1",
                    Map.of("task", task.getId(), "kind", "EXTENSION", "days", 2, "words", words));
            http.post("/opinion/api/opinions", "director1", Map.of("matter", matterOf(task.getId()), "words", words));
            assertThat(enquiries.ask(new ComplaintId(UUID.fromString(matterOf(task.getId()))), words))
                    .isTrue();
        }
        database.update(
                "update deadline set due_at = now() where task_id = ?",
                rectifying.get(2).getId());
        overdue.tell(10);
    }

    /** Answers the question of this place on each of these phones; says how many have got one. */
    private int answer(Map<String, String> said, int place) {
        var asked = new HashMap<String, String>();
        // A question comes from a number of its own; letters come from the centre's.
        database.query(
                "select phone, array_agg(service order by id) from simulator.phone_message"
                        + " where direction = 'OUT' and length(service) > 10 group by phone having count(*) >= "
                        + place,
                row -> {
                    asked.put(row.getString(1), ((String[]) row.getArray(2).getArray())[place - 1]);
                });
        asked.keySet().retainAll(said.keySet());
        if (asked.size() == said.size() || place > 1) {
            asked.forEach((phone, service) -> http.post(
                    "/simulator/api/messages", null, Map.of("phone", phone, "text", said.get(phone), "to", service)));
        }
        return asked.size();
    }

    /** The accused ask, and are refused by the rule; the leader above asks, and is refused by the custodian. */
    private void identitiesAskedFor() {
        var asked = raised.entrySet().stream()
                .filter(matter -> CanaryFlows.stays(matter.getValue()) == 6)
                .limit(12)
                .toList();
        for (var matter : asked) {
            for (var user : ACCUSED) {
                refusals += http.all(
                        "/custody/api/requests",
                        user,
                        "application/json",
                        "{\"matter\":\"%s\",\"reason\":\"是不是%s？\"}"
                                .formatted(matter.getKey(), matter.getValue().words()));
            }
        }
        await().atMost(PATIENCE)
                .until(() -> !waiting("userTask_decideRequest").isEmpty()
                        && jobs.createJobQuery().executable().count() == 0);
        for (var task : waiting("userTask_decideRequest")) {
            var path = REST + "/task/" + task;
            custodian += http.all("/dossier/api/tasks/" + task, "custodian1");
            http.post(path + "/claim", "custodian1", Map.of("userId", "custodian1"));
            http.post(
                    path + "/submit-form",
                    "custodian1",
                    Http.variables(Map.of("identityVerdict", "REFUSED", "identityWords", "没有必要")));
        }
    }

    private List<String> waiting(String step) {
        return tasks.createTaskQuery().taskDefinitionKey(step).list().stream()
                .map(task -> task.getId())
                .toList();
    }

    @Test
    @Order(1)
    void the_search_finds_what_is_planted_however_it_is_written() {
        var canary = flock.get(137);
        for (var planted : List.of(
                "{\"name\":\"" + canary.name() + "\"}",
                canary.given().charAt(0) + " " + canary.given().charAt(1),
                "&#x%x;&#%d;".formatted((int) canary.given().charAt(0), (int)
                        canary.given().charAt(1)),
                "\\u%04x\\u%04X".formatted((int) canary.given().charAt(0), (int)
                        canary.given().charAt(1)),
                encoded(canary.name()),
                "tel:+86" + canary.phone(),
                canary.words(),
                canary.phone().replaceAll("(\\d{3})(\\d{4})", "$1-$2-"),
                canary.phone()
                        .chars()
                        .mapToObj(one -> "" + (char) (one - '0' + '０'))
                        .collect(Collectors.joining()),
                "x" + canary.address())) {
            var haystack = new Haystack(flock);
            haystack.look("text", planted);
            assertThat(haystack.finds()).as(planted).containsOnlyKeys("text");
            assertThat(haystack.finds().get("text")).as(planted).containsExactly(137);
            for (var encoding : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE)) {
                var inBytes = new Haystack(flock);
                inBytes.look("bytes", canary.words().getBytes(encoding));
                assertThat(inBytes.finds()).containsOnlyKeys("bytes");
            }
        }
        var masked = new Haystack(flock);
        masked.look("masked", canary.family() + "** " + canary.phone().replaceAll("(...)....", "$1****"));
        assertThat(masked.finds()).isEmpty();
    }

    @Test
    @Order(2)
    void whoever_has_the_call_in_hand_reads_every_name_number_and_address() {
        assertThat(flows.dialled.keySet())
                .containsAll(IntStream.range(0, RAISED_FROM).boxed().toList());
        flows.dialled.forEach((number, dossier) -> {
            var canary = flock.get(number);
            assertThat(dossier).contains(canary.name(), canary.phone(), canary.address(), canary.marker());
        });
    }

    @Test
    @Order(3)
    void every_step_that_is_drawn_was_done_and_some_wait_before_each() throws IOException {
        assertThat(database.queryForList(
                        "select distinct task_def_key_ from act_hi_taskinst where delete_reason_ = 'completed'",
                        String.class))
                .containsExactlyInAnyOrderElementsOf(stepsDrawn());
        assertThat(database.queryForObject("select max(round) from work_order", Integer.class))
                .as("rounds that a matter took")
                .isGreaterThanOrEqualTo(3);
        assertThat(database.queryForObject("select count(distinct outcome) from complaint", Integer.class))
                .isGreaterThanOrEqualTo(4);
        assertThat(tasks.createTaskQuery().count()).isGreaterThan(300);
        // Notes and files beside the forms would stay readable in the engine.
        assertThat(flows.written.keySet()).isNotEmpty().allMatch(answer -> answer.matches(".* [45]\\d\\d"));
        assertThat(database.queryForObject(
                        "select count(*) from identity_request where state = 'REFUSED'", Integer.class))
                .isPositive();
    }

    private static Set<String> stepsDrawn() throws IOException {
        var steps = new TreeSet<String>();
        try (var drawings = Files.walk(Path.of("src/main/resources/processes"))) {
            for (var drawing :
                    drawings.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                Pattern.compile("<bpmn:userTask id=\"([^\"]+)\"")
                        .matcher(Files.readString(drawing))
                        .results()
                        .forEach(step -> steps.add(step.group(1)));
            }
        }
        assertThat(steps).hasSizeGreaterThan(15);
        return steps;
    }

    @Test
    @Order(4)
    void no_answer_to_those_complained_about_names_anybody() {
        var haystack = new Haystack(flock);
        var words = 0;
        var documents = new HashSet<String>();
        for (var user : ACCUSED) {
            var look = new AccusedLook(http, LoggedIn.as(port, user, "minyi"), user, haystack);
            look.engine(REST, true);
            if (user.equals("officer1") || user.equals("leader1")) {
                look.engine(WEB_APPS, false);
            }
            look.pages();
            assertThat(look.history()).as("instances in the history of " + user).isPositive();
            var mine = look.matters();
            // What is not with their unit yet, they do not even see.
            assertThat(mine.keySet()).allMatch(matter -> CanaryFlows.stays(raised.get(matter)) >= 2);
            assertThat(mine).hasSizeGreaterThan(20);
            mine.forEach((matter, dossier) -> haystack.look("dossier of " + matter, dossier));
            words += mine.size();
            look.tasks().forEach((task, dossier) -> haystack.look("dossier of " + matterOf(task), dossier));
            mine.forEach((matter, dossier) -> {
                if (user.equals("leader1")
                        && CanaryFlows.UNHAPPY.contains(raised.get(matter).number())) {
                    documents.addAll(look.documents("dossier of " + matter, dossier));
                }
            });
        }
        assertThat(documents).as("official documents that were read").hasSizeGreaterThan(9);
        var stranger = new AccusedLook(http, LoggedIn.as(port, "officer1", "minyi"), "officer1", haystack);
        raised.keySet().stream().limit(60).forEach(stranger::guess);
        var variables = new HashSet<>(database.queryForList("select distinct name_ from act_hi_varinst", String.class));
        var found = new LikeQueries(http, variables).found(flock.subList(RAISED_FROM, RAISED_FROM + 1), "leader1");
        haystack.look("refusals", refusals);
        var asWritten = new Haystack(flock);
        asWritten.look("custodian", custodian);

        System.out.printf("answers to the accused: %s, %d dossiers%n", haystack.searched(), words);
        assertThat(found).as("what questions with like find").isEmpty();
        assertThat(haystack.finds()).isEmpty();
        assertThat(asWritten.finds()).isEmpty();
        assertThat(asWritten.markers()).isNotEmpty();
        wordsStandWhereTheyMay(haystack);
        assertThat(haystack.characters()).isGreaterThan(3_000_000);
    }

    private String matterOf(String task) {
        return matters.getVariable(
                        tasks.createTaskQuery().taskId(task).singleResult().getExecutionId(), "matterId")
                .toString();
    }

    /** In the dossier of their own matter, with names and numbers taken out, and nowhere else. */
    private void wordsStandWhereTheyMay(Haystack haystack) {
        assertThat(haystack.markers()).hasSizeGreaterThan(100);
        haystack.markers().forEach((place, markers) -> {
            assertThat(place).startsWith("dossier of ");
            assertThat(markers)
                    .as(place)
                    .containsExactly(
                            raised.get(place.substring("dossier of ".length())).number());
        });
    }

    @Test
    @Order(5)
    void no_table_of_engine_or_city_holds_anybody() throws SQLException {
        var haystack = new Haystack(flock);
        try (var superuser = TestDatabase.connect(TestDatabase.SUPERUSER, TestDatabase.addressOf(dataSource))) {
            var archive = new Archive(superuser);
            var tables = archive.tables();
            for (var table : tables) {
                // The phones of the citizens themselves.
                if (!table.startsWith("simulator.")) {
                    archive.read(table, haystack);
                }
            }
            System.out.printf("%d tables: %s%n", tables.size(), haystack.searched());
            assertThat(tables)
                    .contains("public.act_hi_varinst", "public.act_ge_bytearray", "citizen.person", "minyi.complaint")
                    .anyMatch(table -> table.startsWith("audit."))
                    .hasSizeGreaterThan(80);
            assertThat(haystack.finds()).isEmpty();
            // A letter to a citizen says what was found; nothing else that somebody wrote stands readable.
            assertThat(haystack.markers().keySet()).isSubsetOf("minyi.sms.text");
            assertThat(haystack.characters()).isGreaterThan(5_000_000);

            var simulator = new Haystack(flock);
            archive.read("simulator.phone_message", simulator);
            assertThat(simulator.finds().get("simulator.phone_message.phone")).hasSizeGreaterThan(RAISED_FROM - 1);
            assertThat(planted(superuser, archive))
                    .containsOnlyKeys("public.act_hi_comment.message_", "public.act_hi_comment.full_msg_");
        }
    }

    /** What is found in a table where a canary stands as text and as bytes. */
    private Map<String, Set<Integer>> planted(java.sql.Connection superuser, Archive archive) throws SQLException {
        try (var plant = superuser.prepareStatement(
                        "insert into public.act_hi_comment (id_, time_, message_, full_msg_) values ('planted', now(), ?, ?)");
                var weed = superuser.createStatement()) {
            plant.setString(1, flock.get(7).words());
            plant.setBytes(2, flock.get(7).words().getBytes(StandardCharsets.UTF_8));
            plant.execute();
            var haystack = new Haystack(flock);
            archive.read("public.act_hi_comment", haystack);
            weed.execute("delete from public.act_hi_comment where id_ = 'planted'");
            return haystack.finds();
        }
    }

    @Test
    @Order(6)
    void no_line_of_the_log_and_no_figure_names_anybody(CapturedOutput output) throws IOException {
        LoggerFactory.getLogger("org.minyi.city")
                .warn("planted {} {}", flock.get(9).given(), flock.get(9).phone());
        var log = output.getAll();
        Files.writeString(Path.of("target/canaries.log"), log);

        var haystack = new Haystack(flock);
        log.lines().filter(line -> !line.contains("planted ")).forEach(line -> haystack.look("log", line));
        // No endpoint shows them; whoever adds one shows these.
        var meters = metrics.stream()
                .flatMap(registry -> registry.getMeters().stream())
                .toList();
        assertThat(meters).as("figures that were searched").hasSizeGreaterThan(10);
        meters.forEach(meter -> haystack.look("metrics", meter.getId() + " " + meter.measure()));
        for (var path : List.of("", "/metrics", "/prometheus", "/loggers", "/httpexchanges", "/health", "/env")) {
            for (var user : ACCUSED) {
                haystack.look("actuator", http.all("/actuator" + path, user));
            }
        }
        System.out.printf("log, figures, actuator: %s%n", haystack.searched());

        var planted = new Haystack(flock);
        log.lines().filter(line -> line.contains("planted ")).forEach(line -> planted.look("log", line));
        assertThat(planted.finds().get("log")).containsExactly(9);
        assertThat(log).contains("planted").doesNotContain(flock.get(9).phone());
        assertThat(haystack.finds()).isEmpty();
        assertThat(haystack.markers()).isEmpty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
