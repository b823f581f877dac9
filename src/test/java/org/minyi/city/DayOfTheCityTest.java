package org.minyi.city;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.LineId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The day of a city, played over HTTP alone: 600 contacts are asked, 36 % answer, 6 % of the answers are not good;
 * everybody completes what lies on their own desk with their own login, until no matter is open. Only the last look,
 * at what must hold then, reads the database.
 */
@MinyiTest
@org.springframework.test.context.TestPropertySource(
        properties = {
            "minyi.demonstration=true",
            "minyi.simulator=true",
            "minyi.sms.dispatcher=true",
            "minyi.exchange.dispatcher=true",
            "camunda.bpm.job-execution.enabled=true"
        })
class DayOfTheCityTest {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private Citizens citizens;

    @Autowired
    private ManagementService management;

    private final Random chance = new Random(36);

    /** The numbers that asked a citizen something and have their answer, by phone. */
    private final Map<String, Set<String>> answered = new HashMap<>();

    /** How many messages lay on a phone when it was looked at. */
    private final Map<String, Integer> lookedAt = new HashMap<>();

    private int notGood;

    @Test
    void a_day_ends_with_every_contact_in_one_state_and_every_matter_settled() {
        var http = new Http("http://localhost:" + port);
        var workday = new Workday(http);
        var phones = phonesAskedFirst(http);
        var answering = phones.subList(0, phones.size() * 36 / 100);
        notGood = Math.round(answering.size() * 6 / 100f);
        for (var i = 0; i < answering.size(); i++) {
            var text = i >= notGood ? "1" : i % 3 == 0 ? "2 只解决了一半" : "3 没有人理我";
            reply(http, answering.get(i), messages(http, answering.get(i)).get(0), text);
        }
        for (var phone : phones.subList(answering.size(), phones.size())) {
            staysSilent(phone, messages(http, phone).get(0));
        }

        var end = Instant.now().plus(PATIENCE);
        var nothingToDo = 0;
        do {
            assertThat(Instant.now())
                    .as("still open: %s; jobs: %s; waiting: %s", open(http), jobs(), waiting())
                    .isBefore(end);
            workday.work();
            // Also who said nothing to the survey, was drawn to be phoned, and is asked again after that.
            for (var phone : phonesThatRang(http)) {
                answerWhatIsNew(http, phone);
            }
            everyTaskIsOfferedToSomebody(http);
            letTimePass("survey-wave", "return-call");
            nothingToDo = open(http).isEmpty() ? nothingToDo + 1 : 0;
            if (nothingToDo > 20) {
                letTimePass("work-order");
            }
            pause();
        } while (isAnythingOpen(http));
        System.out.println("done: " + workday.done + ", refused: " + workday.refused);

        everyContactHasOneState();
        everyBadAnswerHasOneMatter();
        noCitizenIsNamedElsewhere();
        assertThat(http.get("/engine-rest/history/incident/count", "auditor1")
                        .get("count")
                        .asInt())
                .isZero();
        assertThat(http.get("/engine-rest/task/count", "auditor1").get("count").asInt())
                .isZero();
        assertThat(database.queryForList(
                        "select name_ from act_hi_taskinst where assignee_ is null and delete_reason_ = 'completed'",
                        String.class))
                .isEmpty();
        assertThat(workday.done.keySet())
                .contains(
                        "return-call.makeCall",
                        "return-call.confirmUnreachable",
                        "complaint.triage",
                        "complaint.confirmWithdrawal",
                        "work-order.signOrder",
                        "work-order.verifyFacts",
                        "work-order.proposeResponsibility",
                        "work-order.confirmResponsibility",
                        "work-order.rectify",
                        "work-order.reviewRectification",
                        "responsibility.answerVerdict");
    }

    /** Waits until the wave is out and returns the numbers that got an SMS, in an order that is always the same. */
    private List<String> phonesAskedFirst(Http http) {
        var end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            // Looked at first: whoever is asked a moment later belongs to the day as well.
            var isEverythingSent = isEverythingSent();
            var asked = new ArrayList<String>();
            for (var phone : http.get("/simulator/api/phones", null)) {
                if (phone.get("messages").asInt() > 0) {
                    asked.add(phone.get("phone").asText());
                }
            }
            if (asked.size() > 500 && isEverythingSent) {
                asked.sort(null);
                java.util.Collections.shuffle(asked, chance);
                return asked;
            }
            pause();
        }
        throw new AssertionError("the wave did not go out");
    }

    private boolean isEverythingSent() {
        return database.queryForObject(
                        "select count(*) from sms where state in ('PENDING', 'CLAIMED', 'SUBMITTING')", Integer.class)
                == 0;
    }

    /** Those with more messages than when they were looked at last. */
    private List<String> phonesThatRang(Http http) {
        var rang = new ArrayList<String>();
        for (var phone : http.get("/simulator/api/phones", null)) {
            var number = phone.get("phone").asText();
            var messages = phone.get("messages").asInt();
            if (!Integer.valueOf(messages).equals(lookedAt.put(number, messages))) {
                rang.add(number);
            }
        }
        return rang;
    }

    /** Every question comes from a number of its own; letters and thanks come from the centre's. */
    private void answerWhatIsNew(Http http, String phone) {
        for (var message : messages(http, phone)) {
            if (message.get("from").asText().length() > "1069900110".length()) {
                reply(http, phone, message, chance.nextInt(100) < 75 ? "1" : "3");
            }
        }
    }

    private void staysSilent(String phone, JsonNode question) {
        answered.computeIfAbsent(phone, one -> new HashSet<>())
                .add(question.get("from").asText());
    }

    private void reply(Http http, String phone, JsonNode question, String text) {
        var from = question.get("from").asText();
        if (answered.computeIfAbsent(phone, one -> new HashSet<>()).add(from)) {
            http.post("/simulator/api/messages", null, Map.of("phone", phone, "text", text, "to", from));
        }
    }

    /** Messages the citizen got. */
    private static List<JsonNode> messages(Http http, String phone) {
        var messages = new ArrayList<JsonNode>();
        for (var message : http.get("/simulator/api/messages?phone=" + phone, null)) {
            if (message.get("direction").asText().equals("OUT")) {
                messages.add(message);
            }
        }
        return messages;
    }

    private static void everyTaskIsOfferedToSomebody(Http http) {
        var nobodys = "/engine-rest/task/count?unassigned=true&withoutCandidateGroups=true&withoutCandidateUsers=true";
        assertThat(http.get(nobodys, "auditor1").get("count").asInt()).isZero();
    }

    /**
     * Time passes: the wave's reminder and its end, and whoever could not be reached by phone, are due now; and where
     * nobody has had anything to do for long, the time to answer about a work order is over as well, for its SMS may
     * have gone astray. The only thing here that no person does.
     */
    private void letTimePass(String... processes) {
        for (var process : processes) {
            for (var timer : management
                    .createJobQuery()
                    .timers()
                    .processDefinitionKey(process)
                    .list()) {
                if (timer.getProcessInstanceId() != null) {
                    management.executeJob(timer.getId());
                }
            }
        }
    }

    private static boolean isAnythingOpen(Http http) {
        return http.get("/engine-rest/process-instance/count", "auditor1")
                        .get("count")
                        .asInt()
                > 0;
    }

    private static Set<String> open(Http http) {
        var steps = new HashSet<String>();
        for (var task : http.get("/engine-rest/task?maxResults=100", "auditor1")) {
            steps.add(Workday.step(task));
        }
        return steps;
    }

    /** Jobs that have not run, and what they failed of. */
    private List<Map<String, Object>> jobs() {
        return database.queryForList(
                "select type_, retries_, duedate_, lock_owner_, handler_type_, handler_cfg_, exception_msg_ from act_ru_job");
    }

    /** Steps at which instances stand, with how many. */
    private List<Map<String, Object>> waiting() {
        return database.queryForList(
                "select proc_def_id_, act_id_, count(*) from act_ru_execution group by proc_def_id_, act_id_");
    }

    private void everyContactHasOneState() {
        assertThat(database.queryForObject("select count(*) from contact", Integer.class))
                .isEqualTo(600);
        assertThat(database.queryForList(
                        """
                        select c.reference from contact c
                         where (select count(*) from exclusion e where e.contact_id = c.id)
                             + (select count(*) from question q where q.subject = 'CONTACT' and q.subject_id = c.id
                                 and q.state in ('ANSWERED', 'SILENT', 'UNDELIVERED', 'UNKNOWN')) <> 1
                        """,
                        String.class))
                .isEmpty();
    }

    private void everyBadAnswerHasOneMatter() {
        assertThat(database.queryForObject(
                        "select count(*) from question where subject = 'CONTACT' and via = 'SMS' and answer <> 'SATISFIED'",
                        Integer.class))
                .isEqualTo(notGood);
        assertThat(database.queryForList(
                        """
                        select q.subject_id from question q
                         where q.subject = 'CONTACT' and q.answer in ('HALF', 'DISSATISFIED')
                           and (select count(*) from complaint c where c.contact_id = q.subject_id) <> 1
                        """,
                        String.class))
                .isEmpty();
        assertThat(database.queryForList("select number from complaint where closed_at is null", String.class))
                .isEmpty();
    }

    /**
     * Numbers, and what people wrote, stand in the room citizen alone, sealed (and on the simulated phones). What an SMS
     * says is written to its citizen, and may say what was found.
     */
    private void noCitizenIsNamedElsewhere() {
        var lines = database.queryForList("select id from citizen.line", UUID.class).stream()
                .map(LineId::new)
                .toList();
        var numbers = Set.copyOf(citizens.numbers(lines).values());
        assertThat(numbers).hasSizeGreaterThan(500);
        for (var table : database.queryForList(
                """
                select format('%I.%I', table_schema, table_name) from information_schema.tables
                 where table_type = 'BASE TABLE'
                   and table_schema not in ('simulator', 'pg_catalog', 'information_schema')
                """,
                String.class)) {
            assertThat(database.queryForList(
                            "select distinct (regexp_matches(t::text, '\\m\\d{10,12}\\M', 'g'))[1] from %s t"
                                    .formatted(table),
                            String.class))
                    .as("telephone numbers in %s", table)
                    .doesNotContainAnyElementsOf(numbers);
            assertThat(database.queryForObject(
                            "select count(*) from %s t where t::text ~ '没有人理我|只解决了一半'".formatted(table), Integer.class))
                    .as("citizens' words in %s", table)
                    .isZero();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
