package org.minyi.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.minyi.Hands;
import org.minyi.organisation.Members;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A serious matter whose person is not satisfied four times over: notice, interview and joint meeting, and when that does
 * not help either, the final disposal. Each rung is done on the desk of the role it belongs to; what a matter goes through
 * at any rung, its dispatch and its rectification, is told by {@link MatterInTheBrowserTest} and done by hand here.
 */
class LadderInTheBrowserTest extends StoryInTheBrowser {

    private static final String AGAIN = "问题还是没有解决，没有人来过";
    private static final String LONG_WORDS = "负责人说明：已当面听取意见，逐项核对材料清单，安排专人跟进，每周向群众反馈一次进展情况。".repeat(6);

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private Members members;

    private Tracks tracks;
    private Desk reviewer;
    private Desk director;
    private Desk leader;
    private Desk officer;

    @Test
    void a_matter_dissatisfied_four_times_climbs_to_the_joint_meeting_and_to_the_final_disposal() {
        play(browsers -> {
            tracks = browsers;
            upTheLadder(aContactOfAStation());
        });
    }

    private void upTheLadder(Contact contact) {
        var phone = PocketPhone.of(tracks, contact.number());
        phone.receives(1, "Reply 1 satisfied").answers(3, AGAIN);
        foundTrue(contact);
        reviewer = Desk.login(tracks, "reviewer1");
        director = Desk.login(tracks, "director1");
        leader = Desk.login(tracks, "leader" + contact.sub());
        officer = Desk.login(tracks, "officer" + contact.post());

        putRight(contact);
        phone.receives(2, "has been put right").answers(3, AGAIN);
        calledToAccount();

        putRight(contact);
        phone.receives(3, "has been put right").answers(3, AGAIN);
        interviewed(contact);

        putRight(contact);
        phone.receives(4, "has been put right").answers(3, AGAIN);
        met(contact);

        putRight(contact);
        phone.receives(5, "has been put right").answers(3, AGAIN);
        disposed();
        phone.receives(6, "复议").picture("told-the-legal-route");

        everybodyDoes("confirmReceipt", 1, Map.of("receiptConfirmed", true));
        untilNothingGoesOn();
        assertThat(state(contact)).isEqualTo("CLOSED FINAL_DISPOSAL");
        assertThat(documents(contact))
                .as("each rung leaves its document")
                .contains("SUPERVISION_NOTICE", "INTERVIEW_RECORD", "MEETING_MINUTES", "RESPONSIBILITY_VERDICT");
    }

    /** From the call to the verdict that the station and its officer accept. */
    private void foundTrue(Contact contact) {
        does("caller1", "makeCall", "callOutcome", "DISSATISFIED", "callReason", "ATTITUDE", "callWords", AGAIN);
        does(
                "triage1",
                "triage",
                "jurisdiction",
                "OURS",
                "category",
                "ATTITUDE",
                "severity",
                "SERIOUS",
                "respondentUnit",
                contact.code(),
                "triageWords",
                "态度问题，情节较重。");
        var liaison = "liaison" + contact.sub();
        does(liaison, "signOrder", "signDecision", "ASSIGN", "executingUnit", contact.code());
        does(liaison, "verifyFacts", "verdict", "FOUNDED", "verifyWords", "调取监控，反映属实。");
        does("leader" + contact.sub(), "proposeResponsibility", "score", "60", "proposeWords", "窗口管理不到位。");
        does("reviewer1", "confirmResponsibility", "confirmation", "CONFIRMED");
        everybodyDoes("answerVerdict", 2, Map.of("verdictAnswer", "ACCEPT"));
    }

    private void putRight(Contact contact) {
        does("officer" + contact.post(), "rectify", "rectifyWords", "已登门道歉，并说明整改措施。");
        does("leader" + contact.sub(), "reviewRectification", "reviewDecision", "ACCEPTED");
    }

    /** The leader answers in person, once badly, and the reviewer takes it the second time. */
    private void calledToAccount() {
        var task = until("answerNotice");
        officer.cannotReach(task);
        answer("Too short.");
        reviewer.open("Reviews waiting", "Review answer").reads("Too short.").seesFormBesideDossier();
        reviewer.claim().tick("No: the leader answers once more").write("What is missing?", LONG_WORDS);
        reviewer.picture("answer-sent-back").done();
        leader.open("Reviews at our sub-centre", "Answer notice").reads(LONG_WORDS);
        leader.claim().write("Why is the person still unhappy", LONG_WORDS).done();
        reviewer.open("Reviews waiting", "Review answer").reads(LONG_WORDS);
        reviewer.claim().tick("Yes: the unit puts the matter right once more").done();
    }

    private void answer(String words) {
        leader.open("Reviews at our sub-centre", "Answer notice").seesFormBesideDossier();
        leader.claim().write("Why is the person still unhappy", words).picture("answer-notice");
        leader.done();
    }

    /** What is agreed becomes a task of the station with a day of its own, and whoever spoke looks whether it is done. */
    private void interviewed(Contact contact) {
        leader.cannotReach(until("recordInterview"));
        reviewer.open("Reviews waiting", "Record interview").reads("Supervision notice");
        reviewer.seesLongFormBesideDossier().claim().pick("When was it?", today(), "00:00");
        reviewer.write("Where?", "市局民意中心约谈室").choose("Who was spoken to?", nameOf("leader" + contact.sub()));
        reviewer.write("What was held up to them?", LONG_WORDS).write("What did they say to it?", LONG_WORDS);
        reviewer.write("What has to be done?", "全所开展一次窗口服务培训，参训名单存档备查。");
        reviewer.choose("By which unit?", contact.unit()).pick("Until which day?", today().plusDays(3));
        reviewer.picture("interview").done();

        officer.open("Orders at our post", "Do duty").reads("全所开展一次窗口服务培训");
        officer.seesFormBesideDossier().claim().write("What did you do?", LONG_WORDS);
        officer.picture("duty").done();
        reviewer.open("Reviews waiting", "Check duty").reads(LONG_WORDS);
        reviewer.claim().tick("Yes").picture("check-duty").done();
    }

    /** The director calls it, the reviewer keeps the minutes, and the units that were invited sign. */
    private void met(Contact contact) {
        reviewer.cannotReach(until("conveneMeeting"));
        director.open("Decisions waiting", "Convene meeting").reads("Interview").seesLongFormBesideDossier();
        director.claim().pick("When does it meet?", today().plusDays(1), "09:30");
        director.write("Where?", "市局三楼会议室").write("What is it about?", LONG_WORDS);
        director.picture("convene").done();

        reviewer.open("Reviews waiting", "Record meeting")
                .reads("Joint meeting convened")
                .seesFormBesideDossier();
        reviewer.claim().pick("When was it held?", today(), "00:00");
        reviewer.write("What was said and agreed?", LONG_WORDS);
        reviewer.write("What has to be done?", "增设一个窗口，延时服务到晚七点。");
        reviewer.choose("By which unit?", contact.unit()).pick("Until which day?", today().plusDays(3));
        reviewer.picture("meeting").done();

        leader.open("Reviews at our sub-centre", "Countersign minutes").seesFormBesideDossier();
        leader.claim().tick("With a different opinion, which stands beside them");
        leader.write("What do you see differently?", "警力不足，建议由分局统筹增派一名辅警。");
        leader.picture("countersign").done();

        does("officer" + contact.post(), "doDuty", "doneWords", "窗口已增设。");
        does("reviewer1", "checkDuty", "dutyDecision", "ACCEPTED");
    }

    private void disposed() {
        reviewer.cannotReach(until("decideFinally"));
        director.open("Decisions waiting", "Decide finally").reads("Minutes").seesFormBesideDossier();
        director.claim()
                .tick("Final disposal: the order is closed")
                .tick("It goes the legal route: reconsideration, court, letters and visits");
        director.write("Reasons", LONG_WORDS).write("What is the person told?", "您可以在六十日内申请行政复议。");
        director.picture("final").done();
    }

    /** Everybody before whom such a task lies, as soon as there are so many of them. */
    private void everybodyDoes(String step, int atLeast, Map<String, Object> fields) {
        var waiting = await().atMost(PATIENCE)
                .until(
                        () -> tasks.createTaskQuery()
                                .taskDefinitionKey("userTask_" + step)
                                .list(),
                        found -> found.size() >= atLeast);
        waiting.forEach(task -> new Hands(http).submits(whoever(task.getId()), task.getId(), fields));
    }

    /** As the logins of the demonstration are called: by role, sub-centre and post. */
    private String whoever(String task) {
        var offer = tasks.getIdentityLinksForTask(task).get(0);
        return offer.getUserId() != null
                ? offer.getUserId()
                : offer.getGroupId()
                        .replaceFirst("\\.9901(..)(..)0000$", "$1$2")
                        .replaceFirst("00$", "");
    }

    private String nameOf(String user) {
        return members.find(user).orElseThrow().name();
    }

    private void does(String user, String step, String... fields) {
        new Hands(http).submits(user, until(step), Hands.fields(fields));
    }

    private List<String> documents(Contact contact) {
        return database.queryForList(
                "select n.kind from notice n join complaint c on c.id = n.matter_id where c.line_id = ?",
                String.class,
                contact.line().value());
    }
}
