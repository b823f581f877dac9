package org.minyi.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.LineId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/**
 * One matter from SMS to closed, in two rounds, as people do it: the citizen on the pocket phone, everybody else in
 * Tasklist with a login and a browser of their own. Pictures of the way stand in target/screenshots.
 */
@MinyiTest
@TestPropertySource(
        properties = {
            "minyi.demonstration=true",
            "minyi.simulator=true",
            "minyi.sms.dispatcher=true",
            "camunda.bpm.job-execution.enabled=true"
        })
class MatterInTheBrowserTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WAITED = "窗口排队两小时，没有人解释";
    private static final String STILL_WAITING = "还是没有人联系我";
    private static final String LONG_STORY = "我上午九点到，窗口只开了一个，排了两个小时，工作人员态度冷淡，也没有解释还要补什么材料。".repeat(5);

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

    @Autowired
    private ManagementService jobs;

    private Tracks tracks;

    @BeforeEach
    void patience() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toSeconds() * 1000.0);
    }

    @Test
    void a_matter_goes_from_sms_to_closed_in_two_rounds_and_everybody_sees_only_their_own_tasks() {
        try (var chromium = Chromium.start()) {
            tracks = new Tracks(chromium.browser(), "http://localhost:" + port);
            try {
                twoRounds(aContactOfAStation());
            } catch (AssertionError | PlaywrightException wrong) {
                tracks.picturesOfFailure();
                wrong.addSuppressed(new AssertionError("errors in the browsers: " + tracks.errors()));
                throw wrong;
            }
            assertThat(tracks.errors()).isEmpty();
        }
    }

    private void twoRounds(Contact contact) {
        var phone = PocketPhone.of(tracks, contact.number());
        phone.receives(1, "Reply 1 satisfied").answers(3, WAITED);
        phone.picture("dissatisfied");

        var caller = Desk.login(tracks, phone.login("Make call"));
        var triage = Desk.login(tracks, "triage1");
        var reviewer = Desk.login(tracks, "reviewer1");
        keptApart(until("userTask_makeCall"), triage, "Matters waiting", reviewer, "Reviews waiting");
        calledBack(caller);
        phone.picture("whose-turn");
        assertThat(phone.login("Triage")).isEqualTo("triage1");
        keptApart(until("userTask_triage"), caller, "Calls waiting", reviewer, "Reviews waiting");
        triaged(triage, contact.unit());
        var liaison = Desk.login(tracks, phone.login("Sign order"));
        var officer = Desk.login(tracks, "officer" + contact.post());
        signed(liaison, contact.unit(), Desk.login(tracks, "liaison" + contact.otherSub()));
        verified(liaison, officer);
        var leader = Desk.login(tracks, phone.login("Propose responsibility"));
        proposed(leader);
        assertThat(phone.login("Confirm responsibility")).isEqualTo("reviewer1");
        keptApart(until("userTask_confirmResponsibility"), caller, "Calls waiting", triage, "Matters waiting");
        confirmed(reviewer);
        assertThat(phone.login("Rectify")).isEqualTo("officer" + contact.post());
        rectified(officer, Desk.login(tracks, "officer" + contact.neighbour()));
        reviewed(leader);

        phone.receives(2, "has been put right").picture("asked-again");
        phone.answers(3, STILL_WAITING);

        phone.login("Rectify");
        officer.open("Orders at our post", "Rectify").reads("Reminder letter").reads("Round 2");
        officer.picture("second-round");
        officer.claim().write("What was done", "所长已登门说明，材料清单当场交付。").done();
        reviewed(leader);

        phone.receives(3, "has been put right").answers(1, "");
        closed(phone);
        officer.seesNothing("Orders at our post");
        Desk.looksIntoCockpit(tracks, "auditor1");
    }

    /** Within the centre, too, a task lies on the desk of one role only. */
    private static void keptApart(String task, Desk one, String filter, Desk other, String otherFilter) {
        one.seesNothing(filter);
        one.cannotReach(task);
        other.seesNothing(otherFilter);
        other.cannotReach(task);
    }

    private void closed(PocketPhone phone) {
        phone.receives(4, "is closed as settled").waitsForNobody().picture("satisfied");
        await().atMost(PATIENCE)
                .until(() -> matters.createProcessInstanceQuery()
                                .processDefinitionKeyIn("complaint", "work-order", "return-call")
                                .count()
                        == 0);
        assertThat(database.queryForMap("select state, outcome from complaint"))
                .containsEntry("state", "CLOSED")
                .containsEntry("outcome", "SATISFIED");
        assertThat(database.queryForObject("select count(*) from notice", Integer.class))
                .isEqualTo(1);
        assertThat(matters.createIncidentQuery().count()).isZero();
    }

    /** The first attempt finds nobody at home: three clicks, and the call comes back later. */
    private void calledBack(Desk caller) {
        caller.open("Calls waiting", "Make call").reads(WAITED.substring(0, 7)).seesFormBesideDossier();
        caller.readsOnCard("-000001").isOfferedToStart(true);
        caller.picture("call").countClicks().claim().tick("No answer").done();
        assertThat(caller.clicks())
                .as("clicks for an attempt that nobody answered")
                .isLessThanOrEqualTo(3);

        jobs.executeJob(jobs.createJobQuery()
                .timers()
                .processDefinitionKey("return-call")
                .singleResult()
                .getId());
        caller.open("Calls waiting", "Make call").reads("no answer");
        caller.claim().tick("Spoken to: dissatisfied").choose("Why dissatisfied?", "Too slow");
        caller.write("In the person's own words", LONG_STORY)
                .picture("call-answered")
                .done();
    }

    private void triaged(Desk triage, String unit) {
        triage.open("Matters waiting", "Triage").reads(LONG_STORY).seesFormBesideDossier();
        triage.claim().tick("Ours: a unit puts it right").choose("Unit complained about", unit);
        triage.picture("triage").done();
    }

    private void signed(Desk liaison, String post, Desk otherSubCentre) {
        var task = until("userTask_signOrder");
        otherSubCentre.seesNothing("Orders at our sub-centre");
        otherSubCentre.cannotReach(task);
        liaison.open("Orders at our sub-centre", "Sign order").seesFormBesideDossier();
        liaison.claim().tick("Yes: one of our posts puts it right").choose("Which post?", post);
        liaison.picture("sign").done();
    }

    /** The post complained about puts it right, but has no part in verifying: that stays with the sub-centre. */
    private void verified(Desk liaison, Desk accused) {
        var task = until("userTask_verifyFacts");
        accused.seesNothing("Orders at our post");
        accused.cannotReach(task);
        liaison.open("Orders at our sub-centre", "Verify facts").seesFormBesideDossier();
        liaison.claim().tick("Founded").write("What did you find?", LONG_STORY).picture("verify");
        liaison.done();
    }

    private void proposed(Desk leader) {
        leader.open("Reviews at our sub-centre", "Propose responsibility").seesFormBesideDossier();
        leader.claim().choose("Score", "60").write("Reasons", "窗口管理不到位。").picture("propose");
        leader.done();
    }

    private void confirmed(Desk reviewer) {
        reviewer.open("Reviews waiting", "Confirm responsibility").seesFormBesideDossier();
        reviewer.claim()
                .tick("Yes: confirm verdict and score")
                .picture("confirm")
                .done();
    }

    private void rectified(Desk officer, Desk neighbour) {
        var task = until("userTask_rectify");
        neighbour.seesNothing("Orders at our post");
        neighbour.cannotReach(task);
        officer.open("Orders at our post", "Rectify").seesFormBesideDossier().seesNothingOfTheEngine();
        officer.readsOnCard("-000001").isOfferedToStart(false);
        officer.claim().write("What was done", "已当面道歉，增开一个窗口。").picture("rectify");
        officer.done();
    }

    private void reviewed(Desk leader) {
        until("userTask_reviewRectification");
        leader.open("Reviews at our sub-centre", "Review rectification");
        leader.claim()
                .tick("Yes: the person can be asked again")
                .picture("review")
                .done();
    }

    private String numberOf(String line) {
        return citizens.numbers(List.of(LineId.of(line))).get(LineId.of(line));
    }

    /** Somebody whom one station, and nobody else, dealt with yesterday: their matter has no likeness. */
    private Contact aContactOfAStation() {
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
                                 order by c.reference
                                 limit 1
                                """,
                                (row, number) ->
                                        new Contact(numberOf(row.getString(1)), row.getString(2), row.getString(3))),
                        found -> !found.isEmpty())
                .get(0);
    }

    /** Waits until the matter stands at this step, and says which task that is. */
    private String until(String step) {
        return await().atMost(PATIENCE)
                .until(() -> tasks.createTaskQuery().taskDefinitionKey(step).singleResult(), task -> task != null)
                .getId();
    }

    /** The citizen's number, and the station's code and name. */
    private record Contact(String number, String code, String unit) {

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
