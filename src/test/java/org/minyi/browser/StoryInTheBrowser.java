package org.minyi.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.minyi.MinyiTest;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.LineId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/**
 * Somebody in the demonstration city whom a station dealt with yesterday tells what they think of it on the pocket phone,
 * and everybody else works in Tasklist with a login and a browser of their own. Pictures of the way stand in
 * target/screenshots. A story leaves nothing open behind: the next one begins with empty desks.
 */
@MinyiTest
@TestPropertySource(
        properties = {
            "minyi.demonstration=true",
            "minyi.simulator=true",
            "minyi.sms.dispatcher=true",
            "camunda.bpm.job-execution.enabled=true"
        })
abstract class StoryInTheBrowser {

    private static final ZoneId LOCAL = ZoneId.of("Asia/Shanghai");
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Tasklist reads a task once more while it is being completed: where that takes a while, it is gone by then. */
    private static final Pattern TASK_GONE = Pattern.compile(".*status of 404 .*/engine/default/task/[0-9a-f-]+:0:0");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private Citizens citizens;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService matters;

    @BeforeEach
    void patience() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toSeconds() * 1000.0);
    }

    /** Where it goes wrong, everybody's window is kept as a picture; and no browser may have told of an error. */
    void play(Consumer<Tracks> story) {
        try (var chromium = Chromium.start()) {
            var tracks = new Tracks(chromium.browser(), "http://localhost:" + port);
            try {
                story.accept(tracks);
            } catch (AssertionError | PlaywrightException wrong) {
                tracks.picturesOfFailure();
                wrong.addSuppressed(new AssertionError("errors in the browsers: " + tracks.errors()));
                throw wrong;
            }
            assertThat(tracks.errors())
                    .allMatch(error -> TASK_GONE.matcher(error).matches());
        }
    }

    /** Waits until a matter stands at this step, and says which task that is. */
    String until(String step) {
        return await().atMost(PATIENCE)
                .until(
                        () -> tasks.createTaskQuery()
                                .taskDefinitionKey("userTask_" + step)
                                .singleResult(),
                        task -> task != null)
                .getId();
    }

    static LocalDate today() {
        return LocalDate.now(Clock.system(LOCAL));
    }

    /** Nothing of the matter goes on any more. */
    void untilNothingGoesOn() {
        await().atMost(PATIENCE)
                .until(() -> matters.createProcessInstanceQuery()
                                .processDefinitionKeyIn(
                                        "complaint",
                                        "work-order",
                                        "return-call",
                                        "supervision",
                                        "duty",
                                        "countersign",
                                        "responsibility",
                                        "serve-notice")
                                .count()
                        == 0);
        assertThat(matters.createIncidentQuery().count()).isZero();
    }

    /** How the matter of this contact stands: its state and its outcome. */
    String state(Contact contact) {
        return database.queryForObject(
                "select state || ' ' || coalesce(outcome, '') from complaint where line_id = ?",
                String.class,
                contact.line().value());
    }

    /** Somebody whom one station, and nobody else, dealt with yesterday, and who never complained: it has no likeness. */
    Contact aContactOfAStation() {
        return await().atMost(PATIENCE)
                .until(
                        () -> database.query(
                                """
                                select c.line_id, u.code, u.name
                                  from contact c
                                  join question q on q.subject_id = c.id
                                  join unit u on u.code = c.unit_code
                                 where c.unit_code ~ '^9901(0[1-9]|1[0-3])0[1-5]0000$'
                                   and 1 = (select count(*) from contact o
                                             where o.line_id = c.line_id or o.person_id = c.person_id)
                                   and not exists (select 1 from complaint m where m.line_id = c.line_id)
                                 order by c.reference
                                 limit 1
                                """,
                                (row, number) -> contact(row.getString(1), row.getString(2), row.getString(3))),
                        found -> !found.isEmpty())
                .get(0);
    }

    private Contact contact(String line, String code, String unit) {
        var id = LineId.of(line);
        return new Contact(id, citizens.numbers(List.of(id)).get(id), code, unit);
    }

    /** The citizen's line and number, and the station's code and name. */
    record Contact(LineId line, String number, String code, String unit) {

        /** As the station's logins carry it: two digits of the sub-centre, two of the post. */
        String post() {
            return code.substring(4, 8);
        }

        String sub() {
            return code.substring(4, 6);
        }

        /** The next post of the same sub-centre. */
        String neighbour() {
            return sub() + (post().endsWith("01") ? "02" : "01");
        }

        String otherSub() {
            return sub().equals("01") ? "02" : "01";
        }
    }
}
