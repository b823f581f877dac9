package org.minyi.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.minyi.MinyiTest;
import org.minyi.TestDatabase;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.LineId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MinyiTest
@ExtendWith(OutputCaptureExtension.class)
class DispatcherTest {

    @TestConfiguration(proxyBeanMethods = false)
    static class Operator {
        @Bean
        RecordingOperator operator() {
            return new RecordingOperator();
        }
    }

    @Autowired
    RecordingOperator operator;

    @Autowired
    Outbox outbox;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    OperatorInbox inbox;

    @Autowired
    SmsThread thread;

    @Autowired
    SmsTables tables;

    @Autowired
    LinkMinutes minutes;

    @Autowired
    Citizens citizens;

    @Autowired
    ObjectProvider<SmsOperator> single;

    @Autowired
    ObjectProvider<SmsOperators> configured;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    DataSource dataSource;

    private static final String NUMBER = "13800000000";
    private final UUID batch = UUID.randomUUID();
    private LineId line;

    @BeforeEach
    void anEmptyOutbox() {
        db.sql("delete from sms").update();
        db.sql("delete from sms_claim").update();
        db.sql("delete from sms_report").update();
        db.sql("delete from sms_link_minute").update();
        operator.reset();
        line = citizens.lines(List.of(NUMBER)).get(NUMBER);
    }

    @Test
    void a_message_is_handed_over_once_and_accepted() {
        var message = put(1).get(0);

        assertThat(dispatcher.runOnce()).isEqualTo(1);
        assertThat(dispatcher.runOnce()).isZero();

        assertThat(operator.received()).singleElement().satisfies(sent -> {
            assertThat(sent.number()).isEqualTo(NUMBER);
            assertThat(sent.toString()).doesNotContain(NUMBER).doesNotContain("text");
        });
        assertThat(stateOf(message)).isEqualTo(SmsState.ACCEPTED);
    }

    @Test
    void the_same_draft_put_twice_is_sent_once() {
        var draft = draft();
        outbox.put(List.of(draft));
        outbox.put(List.of(draft));

        dispatcher.runOnce();

        assertThat(operator.received()).hasSize(1);
    }

    @Test
    void two_dispatchers_on_one_outbox_hand_each_message_over_once() throws Exception {
        var messages = put(3_000);
        var other = dispatcher(settings(), clock);
        var both = Executors.newFixedThreadPool(2);
        try {
            var runs = new ArrayList<Future<?>>();
            for (var node : List.of(dispatcher, other)) {
                runs.add(both.submit(node::runOnce));
            }
            for (var run : runs) {
                run.get(60, TimeUnit.SECONDS);
            }
        } finally {
            both.shutdownNow();
        }

        assertThat(operator.received())
                .extracting(SmsOperator.OutgoingSms::id)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(messages);
        assertThat(thread.states(messages).values()).containsOnly(SmsState.ACCEPTED);
    }

    @Test
    void everything_is_committed_as_submitting_before_the_operator_is_called() {
        var messages = put(40);
        var seen = new ArrayList<SmsState>();
        operator.beforeAnswering(window -> {
            window.forEach(message -> seen.add(stateOf(message.id())));
            return window;
        });

        dispatcher.runOnce();

        assertThat(seen).hasSize(messages.size()).containsOnly(SmsState.SUBMITTING);
    }

    @Test
    void a_dispatcher_killed_while_the_operator_has_the_window_leaves_it_unknown_and_nobody_sends_it_again()
            throws Exception {
        var messages = put(40);
        var killed = new CountDownLatch(1);
        operator.beforeAnswering(window -> {
            killed.countDown();
            throw new ThreadDeath();
        });
        var victim = new Thread(() -> dispatcher.sendSome(link(settings()), 32));
        victim.setUncaughtExceptionHandler((thread, death) -> {});
        victim.start();
        assertThat(killed.await(10, TimeUnit.SECONDS)).isTrue();
        victim.join();
        operator.beforeAnswering(window -> window);

        // before the lease is over nobody touches what the dead one held
        assertThat(dispatcher.runOnce()).isZero();

        var later = dispatcher(settings(), Clock.offset(clock, Duration.ofMinutes(2)));
        later.runOnce();
        later.runOnce();

        assertThat(operator.received())
                .extracting(SmsOperator.OutgoingSms::id)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(messages);
        assertThat(thread.states(messages).values())
                .filteredOn(state -> state == SmsState.UNKNOWN)
                .hasSize(32);
        assertThat(thread.states(messages).values())
                .filteredOn(state -> state == SmsState.ACCEPTED)
                .hasSize(8);
    }

    @Test
    void an_operator_that_hangs_up_leaves_the_window_unknown_and_is_left_alone_for_a_while() {
        var messages = put(40);
        operator.beforeAnswering(window -> {
            throw new IllegalStateException("hung up");
        });

        dispatcher.runOnce();

        assertThat(operator.received()).hasSize(32);
        assertThat(thread.states(messages).values())
                .filteredOn(state -> state == SmsState.PENDING)
                .hasSize(8);
        assertThat(thread.states(messages).values())
                .filteredOn(state -> state == SmsState.UNKNOWN)
                .hasSize(32);
    }

    @Test
    void an_operator_that_cannot_be_reached_costs_no_message() {
        var messages = put(40);
        operator.beforeAnswering(window -> {
            throw new OperatorUnreachable("no bind");
        });

        dispatcher.runOnce();

        assertThat(thread.states(messages).values()).containsOnly(SmsState.PENDING);
    }

    @Test
    void an_operator_that_answers_only_some_leaves_the_others_unknown() {
        var messages = put(3);
        operator.beforeAnswering(window -> window.subList(0, 1));

        dispatcher.runOnce();

        assertThat(thread.states(messages).values())
                .containsExactlyInAnyOrder(SmsState.ACCEPTED, SmsState.UNKNOWN, SmsState.UNKNOWN);
    }

    @Test
    void an_answer_after_the_lease_still_resolves_the_unknown() {
        var message = put(1).get(0);
        operator.beforeAnswering(window -> {
            dispatcher(settings(), Clock.offset(clock, Duration.ofMinutes(2))).sweep();
            assertThat(stateOf(message)).isEqualTo(SmsState.UNKNOWN);
            return window;
        });

        dispatcher.runOnce();

        assertThat(stateOf(message)).isEqualTo(SmsState.ACCEPTED);
    }

    @Test
    void a_report_moves_an_accepted_message_on_once() {
        var message = accepted();

        report(message, DeliveryReport.Outcome.DELIVERED);
        report(message, DeliveryReport.Outcome.FAILED);

        assertThat(stateOf(message)).isEqualTo(SmsState.DELIVERED);
        assertThat(tables.anyParked()).isFalse();
    }

    @Test
    void a_delivery_after_an_expiry_is_believed() {
        var message = accepted();

        report(message, DeliveryReport.Outcome.EXPIRED);
        report(message, DeliveryReport.Outcome.DELIVERED);

        assertThat(stateOf(message)).isEqualTo(SmsState.DELIVERED);
    }

    @Test
    void a_report_before_the_answer_is_parked_and_applied_as_soon_as_the_message_is_known() {
        var message = put(1).get(0);
        operator.beforeAnswering(window -> {
            report(message, DeliveryReport.Outcome.DELIVERED);
            report(message, DeliveryReport.Outcome.DELIVERED);
            assertThat(tables.anyParked()).isTrue();
            return window;
        });

        dispatcher.runOnce();

        assertThat(stateOf(message)).isEqualTo(SmsState.DELIVERED);
        assertThat(tables.anyParked()).isFalse();
    }

    @Test
    void a_report_resolves_a_message_whose_answer_was_lost_by_line_and_extension() {
        var message = lost();

        report(message, DeliveryReport.Outcome.DELIVERED);
        dispatcher.runOnce();

        assertThat(stateOf(message)).isEqualTo(SmsState.DELIVERED);
        assertThat(operator.received()).hasSize(1);
    }

    @Test
    void a_reply_resolves_a_message_whose_answer_was_lost() {
        var message = lost();

        inbox.replies(List.of(new IncomingSms("mo-" + message, NUMBER, "27", "1", clock.instant())));

        assertThat(stateOf(message)).isEqualTo(SmsState.DELIVERED);
    }

    @Test
    void a_withdrawn_batch_stops_even_while_it_is_being_sent() {
        var messages = put(100);
        operator.beforeAnswering(window -> {
            outbox.withdraw(batch);
            return window;
        });

        dispatcher.runOnce();

        assertThat(operator.received()).hasSize(32);
        assertThat(thread.states(messages).values())
                .filteredOn(state -> state == SmsState.WITHDRAWN)
                .hasSize(68);
    }

    @Test
    void nothing_leaves_outside_the_sending_hours() {
        put(1);
        var night = Clock.fixed(Instant.parse("2030-01-07T13:00:00Z"), ZoneId.of("Asia/Shanghai"));
        var morning = Clock.fixed(Instant.parse("2030-01-08T00:00:00Z"), ZoneId.of("Asia/Shanghai"));
        var settings = new SmsSettings(false, 1, 32, 1024, Duration.ofSeconds(60), 0, "08:00-21:00");

        assertThat(dispatcher(settings, night).runOnce()).isZero();
        assertThat(dispatcher(settings, morning).runOnce()).isEqualTo(1);
    }

    @Test
    void nothing_leaves_before_its_time() {
        outbox.put(List.of(new SmsDraft(
                UUID.randomUUID(), batch, line, "27", "text", clock.instant().plusSeconds(60))));

        assertThat(dispatcher.runOnce()).isZero();
    }

    @Test
    void the_rate_cap_holds_for_all_dispatchers_together() throws Exception {
        put(60);
        var settings = new SmsSettings(false, 1, 5, 10, Duration.ofSeconds(60), 60, "00:00-24:00");
        var both = Executors.newFixedThreadPool(2);
        var began = System.nanoTime();
        try {
            var runs = IntStream.range(0, 2)
                    .mapToObj(node ->
                            both.submit(() -> dispatcher(settings, clock).runOnce()))
                    .toList();
            for (var run : runs) {
                run.get(30, TimeUnit.SECONDS);
            }
        } finally {
            both.shutdownNow();
        }

        assertThat(operator.received()).hasSize(60);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(750));
    }

    @Test
    void a_message_the_operator_refuses_has_failed_with_its_reason_and_is_not_sent_again() {
        var message = put(1).get(0);
        operator.refuse("number not in service");

        dispatcher.runOnce();
        operator.reset();
        dispatcher.runOnce();

        assertThat(operator.received()).isEmpty();
        assertThat(stateOf(message)).isEqualTo(SmsState.FAILED);
        assertThat(db.sql("select failure from sms where id = ?")
                        .param(message)
                        .query(String.class)
                        .single())
                .isEqualTo("number not in service");
    }

    @Test
    void without_an_operator_the_log_says_so_at_the_start_and_every_hour_while_something_waits(CapturedOutput log) {
        var nowhere = new StaticListableBeanFactory();
        var nobody = new Operators(
                nowhere.getBeanProvider(SmsOperator.class), nowhere.getBeanProvider(SmsOperators.class), settings());
        var time = new AtomicReference<>(clock.instant());
        var missing = new MissingOperator(nobody, tables, clock(time));

        missing.look();
        missing.look();
        assertThat(log).containsOnlyOnce("no SMS operator is connected: messages to citizens will wait");
        assertThat(log).doesNotContain("are due and none leaves");

        put(1);
        time.set(clock.instant());
        missing.look();
        missing.look();
        assertThat(log).containsOnlyOnce("are due and none leaves");

        time.set(clock.instant().plus(Duration.ofMinutes(61)));
        missing.look();
        assertThat(log.getOut().split("are due and none leaves")).hasSize(3);
    }

    @Test
    void taking_a_batch_back_reads_its_own_messages_and_no_others() {
        put(3_000);
        var other = UUID.randomUUID();
        outbox.put(List.of(new SmsDraft(UUID.randomUUID(), other, line, "27", "text", clock.instant())));
        TestDatabase.asOwner(dataSource, "analyze sms");

        var scans = transaction.execute(status -> {
            var before = wholeTableScans();
            assertThat(outbox.withdraw(other)).isEqualTo(1);
            return wholeTableScans() - before;
        });

        assertThat(scans).isZero();
    }

    private long wholeTableScans() {
        return db.sql("select seq_scan from pg_stat_xact_user_tables where relname = 'sms'")
                .query(Long.class)
                .single();
    }

    @Test
    void what_the_operator_gives_back_of_a_withdrawn_batch_stays_here() {
        var messages = put(3);
        operator.beforeAnswering(window -> {
            outbox.withdraw(batch);
            throw new OperatorUnreachable("no bind");
        });

        dispatcher.runOnce();
        operator.reset();
        dispatcher.runOnce();

        assertThat(operator.received()).isEmpty();
        assertThat(thread.states(messages).values()).containsOnly(SmsState.WITHDRAWN);
    }

    @Test
    void of_two_parked_reports_the_delivery_is_believed() {
        for (var order : List.of(
                List.of(DeliveryReport.Outcome.EXPIRED, DeliveryReport.Outcome.DELIVERED),
                List.of(DeliveryReport.Outcome.DELIVERED, DeliveryReport.Outcome.EXPIRED))) {
            operator.reset();
            var message = put(1).get(0);
            operator.beforeAnswering(window -> {
                order.forEach(outcome -> report(message, outcome));
                return window;
            });

            dispatcher.runOnce();

            assertThat(stateOf(message)).as("%s", order).isEqualTo(SmsState.DELIVERED);
        }
    }

    @Test
    void of_two_parked_reports_about_a_lost_message_the_delivery_is_believed() {
        for (var order : List.of(
                List.of(DeliveryReport.Outcome.EXPIRED, DeliveryReport.Outcome.DELIVERED),
                List.of(DeliveryReport.Outcome.DELIVERED, DeliveryReport.Outcome.EXPIRED))) {
            operator.reset();
            var message = lost();
            order.forEach(outcome -> report(message, outcome));

            dispatcher.sweep();

            assertThat(stateOf(message)).as("%s", order).isEqualTo(SmsState.DELIVERED);
            db.sql("delete from sms").update();
        }
    }

    @Test
    void a_link_that_is_stopped_sends_nothing_more_and_gives_the_rest_back() {
        var messages = put(60);
        var capped = new SmsSettings(false, 1, 5, 60, Duration.ofSeconds(60), 60, "00:00-24:00");
        operator.beforeAnswering(window -> {
            Thread.currentThread().interrupt();
            return window;
        });
        try {
            dispatcher(capped, clock).sendSome(link(capped), 5);
        } finally {
            Thread.interrupted();
        }

        assertThat(operator.received()).hasSize(5);
        assertThat(thread.states(messages).values())
                .filteredOn(state -> state == SmsState.PENDING)
                .hasSize(55);
    }

    @Test
    void what_a_link_carried_is_counted_each_message_once() {
        report(accepted(), DeliveryReport.Outcome.DELIVERED);
        var late = accepted();
        report(late, DeliveryReport.Outcome.EXPIRED);
        report(late, DeliveryReport.Outcome.DELIVERED);
        report(late, DeliveryReport.Outcome.DELIVERED);
        accepted();
        operator.refuse("no such number");
        accepted();
        operator.reset();
        var early = put(1).get(0);
        operator.beforeAnswering(window -> {
            report(early, DeliveryReport.Outcome.FAILED);
            return window;
        });
        dispatcher.runOnce();
        var lost = lost();
        report(lost, DeliveryReport.Outcome.DELIVERED);
        dispatcher.runOnce();

        assertThat(carried()).isEqualTo(new Carried(4, 4, 1, 1, 4, 3));
    }

    @Test
    void a_message_in_parts_is_delivered_with_its_last_part_and_failed_with_the_first_that_fails() {
        operator.inParts(3);
        var delivered = accepted();
        var failed = accepted();
        var expired = accepted();

        for (var part = 3; part >= 1; part--) {
            assertThat(stateOf(delivered)).isEqualTo(SmsState.ACCEPTED);
            reportPart(delivered, part, DeliveryReport.Outcome.DELIVERED);
        }
        reportPart(failed, 2, DeliveryReport.Outcome.FAILED);
        reportPart(failed, 1, DeliveryReport.Outcome.DELIVERED);
        reportPart(expired, 1, DeliveryReport.Outcome.EXPIRED);
        assertThat(stateOf(expired)).isEqualTo(SmsState.EXPIRED);
        for (var part = 1; part <= 3; part++) {
            reportPart(expired, part, DeliveryReport.Outcome.DELIVERED);
        }

        assertThat(stateOf(delivered)).isEqualTo(SmsState.DELIVERED);
        assertThat(stateOf(failed)).isEqualTo(SmsState.FAILED);
        assertThat(stateOf(expired)).isEqualTo(SmsState.DELIVERED);
        assertThat(carried()).isEqualTo(new Carried(3, 9, 0, 0, 3, 2));
    }

    @Test
    void reports_of_parts_that_come_before_the_answer_wait_for_it() {
        operator.inParts(2);
        var message = put(1).get(0);
        operator.beforeAnswering(window -> {
            reportPart(message, 2, DeliveryReport.Outcome.DELIVERED);
            reportPart(message, 1, DeliveryReport.Outcome.DELIVERED);
            return window;
        });

        dispatcher.runOnce();

        assertThat(stateOf(message)).isEqualTo(SmsState.DELIVERED);
        assertThat(tables.anyParked()).isFalse();
    }

    @Test
    void of_a_message_whose_second_part_was_not_answered_the_first_part_alone_says_nothing() {
        var message = put(1).get(0);
        operator.loseAfterPart(1, 2);
        dispatcher.runOnce();
        assertThat(stateOf(message)).isEqualTo(SmsState.UNKNOWN);

        reportPart(message, 1, DeliveryReport.Outcome.DELIVERED);
        dispatcher.runOnce();
        assertThat(stateOf(message)).isEqualTo(SmsState.UNKNOWN);

        inbox.reports(List.of(
                new DeliveryReport("never-heard-of", NUMBER, "27", DeliveryReport.Outcome.DELIVERED, clock.instant())));
        dispatcher.runOnce();
        assertThat(stateOf(message)).isEqualTo(SmsState.DELIVERED);
    }

    @Test
    void of_a_message_whose_last_part_never_left_no_report_says_that_it_arrived() {
        var message = put(1).get(0);
        operator.loseAfterPart(1, 3);
        dispatcher.runOnce();

        inbox.reports(List.of(
                new DeliveryReport("second-part", NUMBER, "27", DeliveryReport.Outcome.DELIVERED, clock.instant())));
        dispatcher.runOnce();

        assertThat(stateOf(message)).isEqualTo(SmsState.UNKNOWN);
    }

    @Test
    void what_was_not_taken_goes_back_and_leaves_later() {
        var messages = put(3);
        operator.notTake();

        assertThat(dispatcher.runOnce()).isZero();
        assertThat(thread.states(messages).values()).containsOnly(SmsState.PENDING);
        operator.reset();
        dispatcher.runOnce();

        assertThat(thread.states(messages).values()).containsOnly(SmsState.ACCEPTED);
    }

    @Test
    void nothing_is_taken_out_of_the_outbox_for_a_link_that_is_down() {
        var messages = put(3);
        operator.down();

        dispatcher.runOnce();

        assertThat(operator.received()).isEmpty();
        assertThat(thread.states(messages).values()).containsOnly(SmsState.PENDING);
    }

    @Test
    void an_operator_that_stops_reporting_is_noticed_and_so_is_its_coming_back(CapturedOutput log) {
        var time = new AtomicReference<>(clock.instant());
        var watch = new ReportWatch(minutes, clock(time));
        var messages = put(25);
        dispatcher.runOnce();
        var silent = "operator: of 25 messages that left a quarter to half an hour ago only 10 are reported";
        messages.subList(0, 10).forEach(message -> report(message, DeliveryReport.Outcome.DELIVERED));

        watch.beat();
        assertThat(log).doesNotContain(silent);
        time.set(time.get().plus(Duration.ofMinutes(20)));
        watch.beat();
        watch.beat();
        assertThat(log.getOut().split(silent, -1)).hasSize(2);
        messages.subList(10, 20).forEach(message -> report(message, DeliveryReport.Outcome.FAILED));
        watch.beat();
        assertThat(log).contains("operator: the operator reports again what becomes of messages");
    }

    @Test
    void two_links_of_one_name_are_refused() {
        var twice = new StaticListableBeanFactory(Map.of("one", operator, "two", new RecordingOperator()));
        var operators = new Operators(
                twice.getBeanProvider(SmsOperator.class), twice.getBeanProvider(SmsOperators.class), settings());

        assertThatThrownBy(operators::all)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("two SMS links are called 'operator'; each needs a name of its own");
    }

    private Carried carried() {
        var now = clock.instant();
        return minutes.carried(now.minus(Duration.ofMinutes(5)), now.plusSeconds(60))
                .get("operator");
    }

    private void reportPart(UUID message, int part, DeliveryReport.Outcome outcome) {
        inbox.reports(List.of(new DeliveryReport(
                RecordingOperator.gatewayId(message) + "/" + part, NUMBER, "27", outcome, clock.instant())));
    }

    private Clock clock(AtomicReference<Instant> time) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return time.get();
            }
        };
    }

    private UUID accepted() {
        var message = put(1).get(0);
        dispatcher.runOnce();
        return message;
    }

    private UUID lost() {
        var message = put(1).get(0);
        operator.beforeAnswering(window -> {
            throw new IllegalStateException("hung up");
        });
        dispatcher.runOnce();
        assertThat(stateOf(message)).isEqualTo(SmsState.UNKNOWN);
        return message;
    }

    private void report(UUID message, DeliveryReport.Outcome outcome) {
        inbox.reports(List.of(
                new DeliveryReport(RecordingOperator.gatewayId(message), NUMBER, "27", outcome, clock.instant())));
    }

    private SmsState stateOf(UUID message) {
        return thread.states(List.of(message)).get(message);
    }

    private List<UUID> put(int messages) {
        var drafts = IntStream.range(0, messages).mapToObj(at -> draft()).toList();
        outbox.put(drafts);
        return drafts.stream().map(SmsDraft::id).toList();
    }

    private SmsDraft draft() {
        return new SmsDraft(UuidCreator.getTimeOrderedEpoch(), batch, line, "27", "text", clock.instant());
    }

    private Dispatcher dispatcher(SmsSettings settings, Clock at) {
        return new Dispatcher(tables, citizens, new Operators(single, configured, settings), settings, transaction, at);
    }

    private Operators.Link link(SmsSettings settings) {
        return new Operators.Link(operator, settings.terms());
    }

    private static SmsSettings settings() {
        return new SmsSettings(false, 1, 32, 1024, Duration.ofSeconds(60), 0, "00:00-24:00");
    }
}
