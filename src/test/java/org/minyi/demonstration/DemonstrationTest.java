package org.minyi.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.contact.Business;
import org.minyi.contact.BusinessModule;
import org.minyi.contact.Businesses;
import org.minyi.contact.Contacts;
import org.minyi.notice.Kind;
import org.minyi.notice.Notices;
import org.minyi.organisation.ClientKeys;
import org.minyi.organisation.MachineClient;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.minyi.survey.WaveReport;
import org.minyi.survey.Waves;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A first start and a second one. */
@MinyiTest
@TestPropertySource(properties = "minyi.demonstration=true")
class DemonstrationTest {

    @Autowired
    City city;

    @Autowired
    Yesterday yesterday;

    @Autowired
    WelcomeNotes notes;

    @Autowired
    Contacts contacts;

    @Autowired
    Businesses businesses;

    @Autowired
    Units units;

    @Autowired
    Organisation organisation;

    @Autowired
    Notices notices;

    @Autowired
    ClientKeys keys;

    @Autowired
    JdbcClient db;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    Waves waves;

    @Autowired
    Clock clock;

    @Autowired
    TestRestTemplate browser;

    @Test
    void yesterdays_contacts_are_all_there_and_a_second_start_adds_nothing() {
        city.found();
        yesterday.run(null);

        assertThat(units.all()).hasSize(Lanhe.units().size());
        assertThat(contacts.countServedOn(LocalDate.now(clock).minusDays(1))).isEqualTo(DayOfContacts.COUNT);
    }

    @Test
    void contacts_left_without_their_wave_by_a_start_that_was_cut_off_get_it_at_the_next() {
        var day = LocalDate.now(clock).minusDays(1);
        waitingWaves()
                .forEach(wave -> runtime.deleteProcessInstance(wave.getId(), "as if killed before it was started"));

        yesterday.run(null);
        assertThat(waitingWaves()).hasSize(1);

        jobs.createJobQuery().processInstanceId(waitingWaves().get(0).getId()).list().stream()
                .limit(1)
                .forEach(job -> jobs.executeJob(job.getId()));
        yesterday.run(null);
        assertThat(waves.reports()).extracting(WaveReport::day).containsExactly(day);
        assertThat(waitingWaves()).hasSize(1);
    }

    private List<ProcessInstance> waitingWaves() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("survey-wave")
                .list();
    }

    @Test
    void nine_modules_hold_thirteen_businesses() {
        assertThat(businesses.modules()).hasSize(9);
        assertThat(businesses.all())
                .hasSize(13)
                .extracting(Business::module)
                .hasSameElementsAs(
                        businesses.modules().stream().map(BusinessModule::code).toList());
    }

    @Test
    void every_unit_has_a_mailbox_and_is_asked_whether_it_got_what_is_written_to_it() {
        assertThat(units.all())
                .allSatisfy(unit -> assertThat(units.mail(unit.code())).isPresent());
        var letter = notices.issue(Kind.REMINDER_LETTER, new UnitCode("990101000000"), UUID.randomUUID(), 1, "LATE");
        var service = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(letter.id().toString())
                .singleResult();
        jobs.executeJob(jobs.createJobQuery()
                .processInstanceId(service.getId())
                .singleResult()
                .getId());

        assertThat(runtime.getActiveActivityIds(service.getId())).containsExactly("userTask_confirmReceipt");
    }

    @Test
    void a_mailbox_that_a_unit_lost_does_not_come_back_with_the_next_start() {
        var post = new UnitCode("990102030000");
        organisation.mail(post, null);

        city.found();

        assertThat(units.mail(post)).isEmpty();
        organisation.mail(post, Lanhe.mailbox(post));
    }

    @Test
    void the_documented_example_of_a_complaint_is_taken() throws IOException {
        var documented = Pattern.compile("(?s)\\{\"channel\".*?}")
                .matcher(Files.readString(Path.of("docs/interfaces.md")))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(documented).hasSize(1);
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setBearerAuth(printedKey());

        var answer = browser.postForEntity(
                "/api/complaints",
                new HttpEntity<>(
                        documented
                                .get(0)
                                .replace("\"name\":\"…\"", "\"name\":\"李华\"")
                                .replace("\"phone\":\"…\"", "\"phone\":\"13800138000\""),
                        headers),
                JsonNode.class);

        assertThat(answer.getStatusCode()).as(String.valueOf(answer.getBody())).isEqualTo(HttpStatus.CREATED);
        assertThat(answer.getBody().fieldNames()).toIterable().contains("number", "state");
    }

    @Test
    void everybody_can_log_in_with_the_password_that_is_printed() {
        for (var user :
                new String[] {"caller1", "liaison01", "leader20", "officer0101b", "owner1", "auditor1", "admin1"}) {
            assertThat(browser.withBasicAuth(user, City.PASSWORD)
                            .getForEntity("/engine-rest/task/count", Map.class)
                            .getStatusCode())
                    .as(user)
                    .isEqualTo(HttpStatus.OK);
        }
    }

    @Test
    void the_key_printed_last_is_the_one_that_opens() {
        var before = printedKey();
        var now = printedKey();

        assertThat(keys.client(before)).isEmpty();
        assertThat(keys.client(now)).contains(MachineClient.ofEverybody("demonstration"));
        assertThat(db.sql("select count(*) from client_key")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(db.sql("select count(*) from client_key where strpos(client_key::text, ?) > 0")
                        .param(now)
                        .query(Integer.class)
                        .single())
                .as("only its hash is kept")
                .isZero();
    }

    private String printedKey() {
        return notes.lines().stream()
                .filter(line -> line.startsWith("machine key"))
                .findFirst()
                .orElseThrow()
                .replaceFirst("machine key +", "");
    }
}
