package org.minyi.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.MovableClock;
import org.minyi.PlayedOrder;
import org.minyi.calendar.Deadline;
import org.minyi.calendar.Deadlines;
import org.minyi.citizen.MatterWords;
import org.minyi.desk.SeenTasks;
import org.minyi.organisation.Members;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** More time: asked by the unit, decided by the level above, once; a second time by the director alone. */
@MinyiTest
@Import(MovableClock.InPlaceOfTheClock.class)
class ExtensionTest {

    @Autowired
    ApplicationContext minyi;

    @Autowired
    Asking asking;

    @Autowired
    Granting granting;

    @Autowired
    Deadlines deadlines;

    @Autowired
    TaskService tasks;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    MovableClock clock;

    @Autowired
    List<MatterWords> rooms;

    @Autowired
    Deciders deciders;

    @Autowired
    SeenTasks seen;

    @Autowired
    Members members;

    private PlayedOrder order;

    @BeforeEach
    void a_matter_to_be_put_right() {
        SmallCity.standsIn(organisation, units);
        clock.set("2026-03-02T10:00");
        order = new PlayedOrder(minyi).toPutRight("ORDINARY", "60");
    }

    @AfterEach
    void the_real_time() {
        clock.reset();
    }

    @Test
    void the_unit_asks_the_level_above_grants_and_the_deadline_and_the_task_move_once() {
        var before = deadline();
        assertThat(before.due()).isEqualTo(at("2026-03-11T18:00"));

        ask("officer1", days(3));
        assertThat(order.offered(order.waiting("decideTime"), "leader1")).isTrue();
        assertThat(deadline()).as("nothing moves before it is decided").isEqualTo(before);
        order.act("leader1", "decideTime", "timeDecision", "GRANTED");

        assertThat(deadline().due()).isEqualTo(at("2026-03-16T18:00"));
        assertThat(dueOnDesk()).isEqualTo(at("2026-03-16T18:00"));
        assertThat(deadline().startedAt()).as("the clock was not restarted").isEqualTo(before.startedAt());
        assertThat(granting.about(order.matter)).singleElement().satisfies(request -> {
            assertThat(request.state()).isEqualTo(TimeRequest.State.GRANTED);
            assertThat(request.decidedBy()).isEqualTo("leader1");
        });
    }

    @Test
    void a_second_time_only_the_director_decides_and_a_third_time_nobody() {
        ask("officer1", days(5));
        order.act("leader1", "decideTime", "timeDecision", "GRANTED");

        ask("officer1b", days(5));
        var second = order.waiting("decideTime");
        assertThat(order.offered(second, "leader1")).isFalse();
        assertThat(order.offered(second, "reviewer1")).isFalse();
        order.act("director1", "decideTime", "timeDecision", "GRANTED");

        assertThat(deadline().due()).isEqualTo(at("2026-03-25T18:00"));
        assertThatThrownBy(() -> ask("officer1", days(1)))
                .isInstanceOf(NoMoreTime.class)
                .hasMessage("A step is given more time twice at most.");
        assertThat(asking.offer("officer1", rectify().getId()).orElseThrow().choices())
                .extracting(Offer.Choice::kind)
                .containsExactly(Kind.PAUSE);
    }

    @Test
    void a_refusal_has_reasons_and_the_deadline_stays() {
        ask("officer1", days(3));
        assertThatThrownBy(() -> order.act("leader1", "decideTime", "timeDecision", "REFUSED"))
                .hasStackTraceContaining("Say why no more time is granted.");
        order.act("leader1", order.waiting("decideTime"), "timeDecision", "REFUSED", "decisionWords", "you had a week");

        assertThat(deadline().due()).isEqualTo(at("2026-03-11T18:00"));
        var request = granting.about(order.matter).get(0);
        assertThat(request.state()).isEqualTo(TimeRequest.State.REFUSED);
        assertThat(rooms.stream().flatMap(room -> room.wordsAbout(List.of(order.matter)).stream()))
                .as("what was said is found when the person is forgotten")
                .contains(request.words(), request.decisionWords());
    }

    @Test
    void a_pause_stops_the_clock_from_the_decision_on() {
        ask("officer1", pause(PauseReason.EXPERT_OPINION, "2026-03-10T18:00"));
        clock.set("2026-03-03T08:30");
        order.act("leader1", "decideTime", "timeDecision", "GRANTED");

        // From Tuesday morning to the next Tuesday evening: six working days.
        assertThat(deadline().due()).isEqualTo(at("2026-03-19T18:00"));
        var offer = asking.offer("officer1", rectify().getId()).orElseThrow();
        assertThat(offer.pausedUntil()).isEqualTo(at("2026-03-10T18:00"));
        assertThat(offer.choices())
                .as("a clock that stands still needs no more time")
                .isEmpty();
    }

    @Test
    void whoever_has_no_hand_in_the_step_asks_for_nothing() {
        for (var stranger : List.of("officer2", "liaison1", "leader1", "reviewer1", "owner1")) {
            assertThat(asking.offer(stranger, rectify().getId())).as(stranger).isEmpty();
            assertThatThrownBy(() -> ask(stranger, days(1))).as(stranger).isInstanceOf(NoMoreTime.class);
        }
        assertThat(asking.offer("officer1", "no such task")).isEmpty();
    }

    @Test
    void what_cannot_be_granted_is_refused_before_it_reaches_anybodys_desk() {
        assertThatThrownBy(() -> ask("officer1", days(6))).hasMessage("1 to 5 working days can be asked for.");
        assertThatThrownBy(() -> ask("officer1", days(0))).hasMessage("1 to 5 working days can be asked for.");
        assertThatThrownBy(() -> ask("officer1", pause(null, "2026-03-10T18:00")))
                .hasMessage("A pause has a reason and an end.");
        assertThatThrownBy(() -> ask("officer1", pause(PauseReason.PROCEEDINGS, "2026-05-10T18:00")))
                .hasMessage("A pause ends later than now, and within 20 working days.");
        assertThatThrownBy(() -> ask("officer1", pause(PauseReason.PROCEEDINGS, "2026-03-02T09:00")))
                .hasMessage("A pause ends later than now, and within 20 working days.");
        assertThatThrownBy(
                        () -> asking.ask("officer1", new Wanted(rectify().getId(), Kind.EXTENSION, 1, null, null, " ")))
                .hasMessage("Say why, in 2000 characters at most.");
        assertThat(order.all("decideTime")).isEmpty();

        ask("officer1", days(1));
        assertThatThrownBy(() -> ask("officer1b", days(1)))
                .hasMessage("A request for this step waits for its decision already.");

        clock.move(Duration.ofDays(30));
        assertThatThrownBy(() -> ask("officer1", days(1)))
                .hasMessage("The time has run out: more is asked for before that.");
    }

    @Test
    void a_step_that_is_done_takes_its_question_off_the_desk() {
        ask("officer1", days(3));

        order.act("officer1", "rectify", "rectifyWords", "went there and apologised");

        assertThat(order.open()).containsExactly("reviewRectification");
        assertThat(granting.about(order.matter))
                .extracting(TimeRequest::state)
                .containsExactly(TimeRequest.State.LAPSED);
    }

    @Test
    void at_the_centre_nobody_grants_time_to_themselves() {
        var mine = new PlayedOrder(minyi).begun("ORDINARY", SmallCity.CENTRE, null);
        assertThat(mine.offered(mine.waiting("signOrder"), "reviewer1")).isTrue();

        asking.ask("reviewer1", new Wanted(mine.waiting("signOrder").getId(), Kind.EXTENSION, 1, null, null, "busy"));

        var question = mine.waiting("decideTime");
        assertThat(mine.offered(question, "reviewer1")).isFalse();
        assertThat(mine.offered(question, "inspector1"))
                .as("the centre is complained about: its director does not decide on it")
                .isTrue();
    }

    @Test
    void what_the_only_director_asks_for_the_inspector_decides() {
        assertThat(deciding("reviewer1")).isEqualTo("director");
        assertThat(deciding("director1")).isEqualTo("inspector");
        var inspector = members.find("inspector1").orElseThrow();
        organisation.leave("inspector1");
        try {
            assertThatThrownBy(() -> deciding("director1")).hasMessage("Nobody but you could decide on it.");
        } finally {
            organisation.enlist(List.of(inspector));
        }
    }

    private String deciding(String asking) {
        var step = seen.of("officer1", rectify().getId()).orElseThrow();
        return deciders.of(step, SmallCity.CENTRE, Entitlement.Decider.DIRECTOR, asking)
                .group();
    }

    private void ask(String user, Wanted wanted) {
        asking.ask(user, wanted);
    }

    private Wanted days(int days) {
        return new Wanted(rectify().getId(), Kind.EXTENSION, days, null, null, "the witness is away");
    }

    private Wanted pause(PauseReason reason, String until) {
        return new Wanted(rectify().getId(), Kind.PAUSE, null, at(until), reason, "the laboratory has it");
    }

    private Task rectify() {
        return order.waiting("rectify");
    }

    private Deadline deadline() {
        return deadlines.ofTask(rectify().getId()).orElseThrow();
    }

    private Instant dueOnDesk() {
        return tasks.createTaskQuery()
                .taskId(rectify().getId())
                .singleResult()
                .getDueDate()
                .toInstant();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
