package org.minyi.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minyi.organisation.SmallCity.NORTH;
import static org.minyi.organisation.SmallCity.NORTH_POST;
import static org.minyi.organisation.SmallCity.SOUTH;
import static org.minyi.organisation.SmallCity.SOUTH_POST;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.MovableClock;
import org.minyi.PlayedOrder;
import org.minyi.channel.sms.SmsThread;
import org.minyi.citizen.MatterWords;
import org.minyi.notice.Kind;
import org.minyi.notice.Notice;
import org.minyi.notice.Notices;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.minyi.supervision.SupervisionStory;
import org.minyi.supervision.gathering.Duties;
import org.minyi.supervision.gathering.Duty;
import org.minyi.supervision.gathering.Gathering;
import org.minyi.supervision.gathering.Gatherings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** A person is unhappy again and again: every rung of the ladder is reached, and left, and the last one ends it. */
@MinyiTest
@Import(MovableClock.InPlaceOfTheClock.class)
class LadderTest {

    @Autowired
    ApplicationContext minyi;

    @Autowired
    Notices notices;

    @Autowired
    SupervisionStory story;

    @Autowired
    Gatherings gatherings;

    @Autowired
    Duties duties;

    @Autowired
    WorkOrders orders;

    @Autowired
    SmsThread thread;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    MovableClock clock;

    @Autowired
    List<MatterWords> rooms;

    private PlayedOrder order;

    @BeforeEach
    void a_matter_that_was_put_right() {
        SmallCity.standsIn(organisation, units);
        clock.set("2026-03-02T10:00");
        order = new PlayedOrder(minyi);
    }

    @AfterEach
    void the_real_time() {
        clock.reset();
    }

    @Test
    void a_serious_matter_climbs_from_the_notice_to_the_joint_meeting_and_the_final_disposal() {
        order.toPutRight("SERIOUS", "60").putRight();

        dissatisfied();
        notice();
        dissatisfied();
        interview();
        dissatisfied();
        meeting();
        dissatisfied();

        // The director sends it back once; after that the ladder has come to its end.
        order.act("director1", "decideFinally", "finalDecision", "RECTIFY_AGAIN", "finalWords", "once more");
        assertThat(letters(Kind.REMINDER_LETTER)).hasSize(1);
        order.putRight();
        dissatisfied();
        assertThatThrownBy(() -> order.act(
                        "director1", "decideFinally", "finalDecision", "RECTIFY_AGAIN", "finalWords", "and again"))
                .hasStackTraceContaining("it is not sent back any more");
        assertThatThrownBy(() -> order.act(
                        "director1",
                        order.waiting("decideFinally"),
                        "finalDecision",
                        "DISPOSE",
                        "finalWords",
                        "everything was done"))
                .as("without a ground, and without a word to the person")
                .hasStackTraceContaining("needs reasons");
        order.act(
                "director1",
                order.waiting("decideFinally"),
                "finalDecision",
                "DISPOSE",
                "disposalGround",
                "LEGAL_ROUTE",
                "finalWords",
                "everything was done",
                "explanationWords",
                "What is asked for now is for a court.");

        assertThat(order.order().outcome()).isEqualTo(Outcome.FINAL_DISPOSAL);
        assertThat(order.open())
                .as("duties and receipts are seen through; the verdict may still be contested")
                .isSubsetOf("confirmReceipt", "serveOtherwise", "doDuty", "answerVerdict");
        assertThat(thread.ofLine(order.line)).last().satisfies(sms -> assertThat(sms.text())
                .contains("What is asked for now is for a court.", "administrative reconsideration"));
        assertThat(orders.steps(order.order().id()))
                .filteredOn(step -> step.step() == Step.DECIDED_FINALLY)
                .extracting(OrderStep::outcome)
                .containsExactly("RECTIFY_AGAIN", "DISPOSE.LEGAL_ROUTE");
        assertThat(rooms.stream().flatMap(room -> room.wordsAbout(List.of(order.matter)).stream()))
                .as("what was said is found when the person is forgotten")
                .containsAll(story.about(order.matter).stream()
                        .filter(step -> step.words() != null)
                        .map(step -> step.words())
                        .toList());
    }

    private void notice() {
        assertThat(letters(Kind.SUPERVISION_NOTICE)).singleElement().satisfies(letter -> assertThat(letter.unit())
                .isEqualTo(NORTH));
        var answer = order.waiting("answerNotice");
        assertThat(order.offered(answer, "leader1")).isTrue();
        assertThat(order.offered(answer, "liaison1")).as("in person").isFalse();
        order.act("leader1", answer, "noticeAnswerWords", "we shall go there ourselves");
        order.act("reviewer1", "reviewAnswer", "answerDecision", "SENT_BACK", "reviewWords", "until when?");
        order.act("leader1", "answerNotice", "noticeAnswerWords", "on Friday");
        order.act("reviewer1", "reviewAnswer", "answerDecision", "ACCEPTED");
        order.putRight();
    }

    private void interview() {
        var interview = order.waiting("recordInterview");
        assertThat(order.offered(interview, "reviewer1")).isTrue();
        assertThatThrownBy(() -> order.act("reviewer1", interview, recorded("2026-03-02T11:00", "2026-03-06")))
                .hasStackTraceContaining("is still to come");
        assertThatThrownBy(() -> order.act("reviewer1", interview, recorded("2026-03-02T09:00", "2026-03-02")))
                .hasStackTraceContaining("A duty is due on a later day than today");
        order.act("reviewer1", interview, recorded("2026-03-02T09:00", "2026-03-06"));

        assertThat(letters(Kind.INTERVIEW_RECORD)).hasSize(1);
        var duty = order.waiting("doDuty");
        assertThat(duty.getDueDate()).as("the day that was agreed").isEqualTo(at("2026-03-06T18:00"));
        assertThat(order.offered(duty, "officer1")).isTrue();
        order.putRight();
    }

    private Object[] recorded(String heldAt, String day) {
        return new Object[] {
            "heldAt", heldAt,
            "interviewed", "leader1",
            "placeWords", "room 301",
            "talkWords", "the person waits since January",
            "talkAnswerWords", "I see to it",
            "dutyOneWords", "call the person every week",
            "dutyOneUnit", NORTH_POST.value(),
            "dutyOneDay", day
        };
    }

    private void meeting() {
        assertThatThrownBy(() -> order.act("director1", "conveneMeeting", convened("2026-03-01T09:00")))
                .hasStackTraceContaining("A meeting is convened for a later time than now");
        order.act("director1", order.waiting("conveneMeeting"), convened("2026-03-04T09:00"));

        assertThat(letters(Kind.MEETING_INVITATION)).extracting(Notice::unit).containsExactlyInAnyOrder(NORTH, SOUTH);
        assertThat(order.waiting("recordMeeting").getDueDate())
                .as("five working days from the meeting, not from its invitation")
                .isEqualTo(at("2026-03-11T18:00"));
        clock.set("2026-03-04T12:00");
        order.act(
                "reviewer1",
                "recordMeeting",
                "metAt",
                "2026-03-04T09:15",
                "minutesWords",
                "the south lends a patrol car",
                "dutyOneWords",
                "lend the car",
                "dutyOneUnit",
                SOUTH_POST.value(),
                "dutyOneDay",
                // A Saturday: the closing of the next working day.
                "2026-03-14");
        assertThat(duties.about(order.matter))
                .as("nobody has to do what is not countersigned")
                .extracting(Duty::state)
                .containsExactly(Duty.State.AGREED, Duty.State.PROPOSED);

        sign("leader1", "signature", "AGREE");
        assertThat(letters(Kind.MEETING_MINUTES)).isEmpty();
        assertThatThrownBy(() -> sign("leader2", "signature", "DISSENT"))
                .hasStackTraceContaining("Say what you see differently");
        sign("leader2", "signature", "DISSENT", "signatureWords", "only until June");

        assertThat(letters(Kind.MEETING_MINUTES)).hasSize(1);
        assertThat(gatherings.about(order.matter)).last().satisfies(meeting -> assertThat(meeting.seats())
                .extracting(Gathering.Seat::signature)
                .containsExactly(Gathering.Signature.AGREE, Gathering.Signature.DISSENT));
        var duty = order.all("doDuty").stream()
                .filter(task -> order.offered(task, "officer2"))
                .findFirst()
                .orElseThrow();
        assertThat(duty.getDueDate()).isEqualTo(at("2026-03-16T18:00"));
        order.act("officer2", duty, "doneWords", "it drives");
        clock.move(Duration.ofHours(3));
        order.act("reviewer1", "checkDuty", "dutyDecision", "SENT_BACK", "checkWords", "not on Sunday");
        var again = order.all("doDuty").stream()
                .filter(task -> order.offered(task, "officer2"))
                .findFirst()
                .orElseThrow();
        assertThat(again.getDueDate())
                .as("the day that was agreed is the day that was agreed")
                .isEqualTo(at("2026-03-16T18:00"));
        order.act("officer2", again, "doneWords", "on Sundays too");
        order.act("reviewer1", "checkDuty", "dutyDecision", "ACCEPTED");
        assertThat(duties.about(order.matter))
                .extracting(Duty::state)
                .containsExactly(Duty.State.AGREED, Duty.State.SETTLED);
        order.putRight();
    }

    private static Object[] convened(String when) {
        return new Object[] {
            "meetsAt", when, "placeWords", "room 500", "agendaWords", "who goes there", "invitedOne", SOUTH.value()
        };
    }

    private void sign(String leader, Object... fields) {
        Task task = order.all("countersignMinutes").stream()
                .filter(one -> order.offered(one, leader))
                .findFirst()
                .orElseThrow();
        order.act(leader, task, fields);
    }

    private void dissatisfied() {
        order.reply("3");
    }

    private List<Notice> letters(Kind kind) {
        return notices.of(order.matter).stream()
                .filter(notice -> notice.kind() == kind)
                .toList();
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
