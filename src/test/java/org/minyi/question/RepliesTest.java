package org.minyi.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.channel.sms.Dispatcher;
import org.minyi.channel.sms.IncomingSms;
import org.minyi.channel.sms.OperatorInbox;
import org.minyi.channel.sms.RecordingOperator;
import org.minyi.channel.sms.SmsThread;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.Enrolled;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.Told;
import org.minyi.citizen.WordsBook;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MinyiTest
class RepliesTest {

    @TestConfiguration(proxyBeanMethods = false)
    static class Around {
        @Bean
        RecordingOperator operator() {
            return new RecordingOperator();
        }

        @Bean
        Heard heard() {
            return new Heard();
        }
    }

    /** What the question room told the rooms above it. */
    static class Heard {
        final List<AnswerGiven> answers = new ArrayList<>();
        final List<LateAnswerGiven> late = new ArrayList<>();
        final List<UnclearReplyReceived> unclear = new ArrayList<>();

        /** Whose answers cannot be followed, for whatever reason. */
        PersonId unbearable;

        int told;

        @EventListener
        synchronized void on(AnswerGiven answer) {
            told++;
            if (answer.person().equals(unbearable)) {
                throw new IllegalStateException("nobody can follow this answer");
            }
            answers.add(answer);
        }

        @EventListener
        synchronized void on(LateAnswerGiven answer) {
            late.add(answer);
        }

        @EventListener
        synchronized void on(UnclearReplyReceived reply) {
            unclear.add(reply);
        }

        synchronized void reset() {
            answers.clear();
            unbearable = null;
            told = 0;
            late.clear();
            unclear.clear();
        }
    }

    @Autowired
    Questions questions;

    @Autowired
    Askings askings;

    @Autowired
    Replies replies;

    @Autowired
    OperatorInbox inbox;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    RecordingOperator operator;

    @Autowired
    Heard heard;

    @Autowired
    Citizens citizens;

    @Autowired
    WordsBook words;

    @Autowired
    SmsThread thread;

    @Autowired
    QuestionTables tables;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient db;

    private static int phones = 0;
    private static int refs = 0;
    private String number;
    private PersonId person;
    private LineId line;

    @BeforeEach
    void somebodyWithAPhone() {
        db.sql("delete from sms").update();
        // Replies that an earlier test left to be looked at once more are not this one's.
        db.sql("update reply set due_at = null").update();
        heard.reset();
        operator.reset();
        somebodyElseWithAPhone();
    }

    @Test
    void a_reply_in_the_thread_of_the_question_answers_it_and_its_words_are_sealed() {
        var question = asked();

        reply(extension(question), "3 两个小时没人来");

        assertThat(now(question).state()).isEqualTo(Question.State.ANSWERED);
        assertThat(now(question).answer()).isEqualTo(Answer.DISSATISFIED);
        var sealed = now(question).words();
        assertThat(words.read(List.of(sealed))).containsValue("两个小时没人来");
        assertThat(heard.answers).singleElement().satisfies(given -> {
            assertThat(given.question()).isEqualTo(question.id());
            assertThat(given.answer()).isEqualTo(Answer.DISSATISFIED);
            assertThat(given.words()).isEqualTo(sealed);
        });
    }

    @Test
    void a_good_answer_about_a_contact_is_kept_and_bothers_nobody() {
        var question = asked();

        reply("", "1");

        assertThat(now(question).answer()).isEqualTo(Answer.SATISFIED);
        assertThat(heard.answers).isEmpty();
    }

    @Test
    void a_good_answer_about_a_work_order_is_told() {
        var question = ask(Subject.WORK_ORDER, null);

        reply("", "1");

        assertThat(heard.answers).extracting(AnswerGiven::question).containsExactly(question.id());
    }

    @Test
    void the_text_carries_the_code_and_the_sender_number_its_extension() {
        var question = asked();

        dispatcher.runOnce();

        assertThat(operator.received()).singleElement().satisfies(sent -> {
            assertThat(sent.text()).isEqualTo("How was it? " + written(question));
            assertThat(sent.extension()).isEqualTo(String.valueOf(question.code()));
            assertThat(sent.id()).isEqualTo(question.id().value());
        });
    }

    @Test
    void an_answer_that_nobody_can_follow_is_set_aside_and_holds_up_no_other() {
        var culprit = asked();
        var culpritsNumber = number;
        heard.unbearable = person;
        var others = new ArrayList<Question>();
        var incoming = new ArrayList<IncomingSms>();
        for (var at = 0; at < 40; at++) {
            if (at == 17) {
                incoming.add(sms(culprit, "culprit", culpritsNumber));
                continue;
            }
            somebodyElseWithAPhone();
            var question = asked();
            others.add(question);
            incoming.add(sms(question, "other-" + at, number));
        }
        inbox.replies(incoming);

        assertThat(replies.applyAll()).isEqualTo(39);

        assertThat(others)
                .allSatisfy(question -> assertThat(now(question).answer()).isEqualTo(Answer.DISSATISFIED));
        assertThat(heard.answers)
                .extracting(AnswerGiven::question)
                .as("those told for nothing were rolled back: hearers see some twice, tables do not")
                .containsAll(others.stream().map(Question::id).toList());
        assertThat(now(culprit).state()).isEqualTo(Question.State.OPEN);
        var away = tables.repliesOn(culprit.line()).get(0);
        assertThat(away.state()).isEqualTo(ReplyRecord.State.SET_ASIDE);
        assertThat(pause(away)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(11));
        assertThat(heard.told)
                .as("halved: the worst of forty places costs 155; a set one smaller each time would cost hundreds")
                .isLessThanOrEqualTo(155);

        // Nothing is due: it is left alone until its time has come, and then for longer.
        heard.told = 0;
        assertThat(replies.applyAll()).isZero();
        assertThat(heard.told).isZero();
        itsTimeHasCome(away);
        assertThat(replies.applyAll()).isZero();
        assertThat(heard.told).isEqualTo(1);
        assertThat(pause(away)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(21));

        // What stood in the way is mended.
        heard.reset();
        itsTimeHasCome(away);
        assertThat(replies.applyAll()).isEqualTo(1);
        assertThat(now(culprit).answer()).isEqualTo(Answer.DISSATISFIED);
        assertThat(heard.answers).extracting(AnswerGiven::question).containsExactly(culprit.id());
        assertThat(replies.applyAll()).isZero();
    }

    private void somebodyElseWithAPhone() {
        number = "1390000%04d".formatted(++phones);
        Enrolled enrolled =
                citizens.enrol(List.of(new Told("Wang Fang", number, false))).get(0);
        person = enrolled.person();
        line = enrolled.line();
    }

    private IncomingSms sms(Question question, String ref, String from) {
        return new IncomingSms(ref, from, extension(question), "3", clock.instant());
    }

    private Duration pause(ReplyRecord reply) {
        var due = db.sql("select due_at from reply where id = :id")
                .param("id", reply.id())
                .query(java.sql.Timestamp.class)
                .single();
        return Duration.between(clock.instant(), due.toInstant());
    }

    private void itsTimeHasCome(ReplyRecord reply) {
        db.sql("update reply set due_at = now() - interval '1 second' where id = :id")
                .param("id", reply.id())
                .update();
    }

    @Test
    void the_first_answer_holds_and_what_follows_is_evidence() {
        var question = asked();

        reply(extension(question), "1");
        reply(extension(question), "1");
        reply(extension(question), "3");
        reply(extension(question), "thank you");

        assertThat(now(question).answer()).isEqualTo(Answer.SATISFIED);
        assertThat(states())
                .containsExactly(
                        ReplyRecord.State.APPLIED,
                        ReplyRecord.State.REPEATED,
                        ReplyRecord.State.CONTRADICTORY,
                        ReplyRecord.State.REPEATED);
        assertThat(heard.answers).isEmpty();
        assertThat(heard.unclear).as("thanks say nothing new").isEmpty();
    }

    @Test
    void who_takes_a_good_answer_back_in_time_is_heard_and_no_figure_changes() {
        var question = asked();
        reply(extension(question), "1");
        reply(extension(question), "3 nobody came");

        assertThat(heard.late).singleElement().satisfies(given -> {
            assertThat(given.answer().answer()).isEqualTo(Answer.DISSATISFIED);
            assertThat(given.answer().words()).isNotNull();
        });
        assertThat(now(question).answer()).isEqualTo(Answer.SATISFIED);
    }

    @Test
    void who_takes_a_good_answer_back_after_the_window_or_a_bad_one_is_kept_as_evidence() {
        var closed = asked();
        reply(extension(closed), "1");
        questions.closeOpen(closed.batch());
        reply(extension(closed), "3");
        var bad = asked();
        reply(extension(bad), "3");
        reply(extension(bad), "1");
        reply(extension(bad), "2");

        assertThat(heard.late).isEmpty();
    }

    @Test
    void words_after_a_good_answer_or_after_closing_go_to_a_person() {
        var answered = asked();
        reply(extension(answered), "1");
        reply(extension(answered), "sorry, the officer hit me");
        var closed = asked();
        questions.closeOpen(closed.batch());
        reply(extension(closed), "nobody ever came");
        var bad = asked();
        reply(extension(bad), "3");
        reply(extension(bad), "nobody at all");

        assertThat(heard.unclear)
                .as("who has answered badly is phoned anyway")
                .extracting(unclear -> unclear.question().id())
                .containsExactly(answered.id(), closed.id());
        assertThat(heard.answers).hasSize(1);
    }

    @Test
    void words_on_a_line_whose_questions_are_all_over_go_to_a_person_and_on_a_strange_line_to_nobody() {
        for (var at = 0; at < 2; at++) {
            var question = asked();
            reply(extension(question), "1");
            questions.closeOpen(question.batch());
        }
        reply("", "they came back and broke the door");
        assertThat(heard.unclear).hasSize(1);

        somebodyElseWithAPhone();
        reply("", "who are you?");
        assertThat(heard.unclear).hasSize(1);
        assertThat(states()).containsExactly(ReplyRecord.State.UNMATCHED);
    }

    @Test
    void words_are_kept_as_those_of_whom_was_asked() {
        var question = asked();

        reply(extension(question), "3 nobody came");

        assertThat(db.sql("select person_id from citizen.words where id = ?")
                        .param(now(question).words().value())
                        .query(UUID.class)
                        .single())
                .isEqualTo(person.value());
    }

    @Test
    void what_has_not_left_does_not_leave_when_the_line_opts_out() {
        var waiting = asked();
        reply("", "TD");

        dispatcher.runOnce();

        assertThat(operator.received()).isEmpty();
        assertThat(now(waiting).state()).isEqualTo(Question.State.WITHDRAWN);
    }

    @Test
    void a_reminder_that_has_not_left_does_not_leave_when_the_line_opts_out() {
        var question = asked();
        dispatcher.runOnce();
        askings.remind(question.batch());

        reply("", "TD");
        dispatcher.runOnce();

        assertThat(operator.received()).hasSize(1);
        assertThat(now(question).state()).isEqualTo(Question.State.OPEN);
    }

    @Test
    void who_opted_out_since_the_planning_is_not_asked() {
        var batch = UUID.randomUUID();
        askings.plan(List.of(question(Subject.CONTACT, batch, null)));
        citizens.optOut(line);

        askings.send(batch, null);
        dispatcher.runOnce();

        assertThat(operator.received()).isEmpty();
        assertThat(questions.of(person)).extracting(Question::state).containsExactly(Question.State.WITHDRAWN);
    }

    @Test
    void contradictory_replies_that_arrive_together_still_give_one_answer() {
        var question = asked();

        inbox.replies(List.of(message(extension(question), "3"), message(extension(question), "1")));
        replies.applyAll();

        assertThat(now(question).answer()).isEqualTo(Answer.DISSATISFIED);
        assertThat(states()).containsExactly(ReplyRecord.State.APPLIED, ReplyRecord.State.CONTRADICTORY);
        assertThat(heard.answers).hasSize(1);
    }

    @Test
    void the_operator_may_tell_a_reply_twice() {
        asked();
        var told = message("", "3");

        inbox.replies(List.of(told, told));
        inbox.replies(List.of(told));
        replies.applyAll();

        assertThat(states()).containsExactly(ReplyRecord.State.APPLIED);
    }

    @Test
    void a_phone_with_three_open_questions_is_told_apart_by_extension_and_code_and_never_guessed() {
        var first = asked();
        var second = asked();
        var third = asked();
        assertThat(List.of(first.code(), second.code(), third.code())).doesNotHaveDuplicates();

        reply("", "3");
        assertThat(heard.unclear)
                .singleElement()
                .extracting(UnclearReplyReceived::question)
                .isNull();
        reply(extension(second), "2");
        reply("", written(third) + " 3");
        reply("", "1");

        assertThat(now(second).answer()).isEqualTo(Answer.HALF);
        assertThat(now(third).answer()).isEqualTo(Answer.DISSATISFIED);
        assertThat(now(first).answer()).as("the only one still open").isEqualTo(Answer.SATISFIED);
        assertThat(states())
                .containsExactly(
                        ReplyRecord.State.AMBIGUOUS,
                        ReplyRecord.State.APPLIED,
                        ReplyRecord.State.APPLIED,
                        ReplyRecord.State.APPLIED);
    }

    @Test
    void a_code_that_contradicts_the_thread_it_was_written_in_is_not_guessed() {
        var first = asked();
        var second = asked();

        reply(extension(first), written(second) + " 3");

        assertThat(states()).containsExactly(ReplyRecord.State.AMBIGUOUS);
        assertThat(heard.unclear).hasSize(1);
    }

    @Test
    void a_reply_before_its_question_waits_for_it() {
        var code = asked().code();
        var next = code == 99 ? 10 : code + 1;
        reply(String.valueOf(next), "3");
        assertThat(states()).containsExactly(ReplyRecord.State.EARLY);

        var question = asked();
        assertThat(question.code()).isEqualTo(next);
        db.sql("update reply set due_at = received_at where state = 'EARLY'").update();
        replies.applyAll();

        assertThat(now(question).answer()).isEqualTo(Answer.DISSATISFIED);
    }

    @Test
    void after_an_hour_nobody_waits_for_the_question_any_more() {
        inbox.replies(List.of(
                new IncomingSms("r" + ++refs, number, "55", "3", clock.instant().minus(Duration.ofMinutes(61)))));
        replies.applyAll();

        assertThat(states()).containsExactly(ReplyRecord.State.UNMATCHED);
        assertThat(heard.unclear).isEmpty();
    }

    @Test
    void a_planned_question_that_was_not_asked_cannot_be_answered_yet() {
        var batch = UUID.randomUUID();
        askings.plan(List.of(question(Subject.CONTACT, batch, null)));
        var planned = questions.of(person).get(0);

        reply(String.valueOf(planned.code()), "3");

        assertThat(states()).containsExactly(ReplyRecord.State.EARLY);
        assertThat(now(planned).state()).isEqualTo(Question.State.OPEN);
    }

    @Test
    void a_reply_after_closing_is_late_and_a_bad_one_is_still_told() {
        var question = asked();
        questions.closeOpen(question.batch());

        reply(extension(question), "3");

        assertThat(now(question).answer()).isNull();
        assertThat(states()).containsExactly(ReplyRecord.State.LATE);
        assertThat(heard.answers).isEmpty();
        assertThat(heard.late).hasSize(1);
    }

    @Test
    void a_reply_received_in_time_counts_even_when_it_is_read_after_closing() {
        var question = asked();
        inbox.replies(List.of(message(extension(question), "3")));
        questions.closeOpen(question.batch());
        assertThat(now(question).state()).isNotEqualTo(Question.State.ANSWERED);

        replies.applyAll();

        assertThat(now(question).answer()).isEqualTo(Answer.DISSATISFIED);
        assertThat(heard.answers).hasSize(1);
    }

    @Test
    void words_without_a_digit_go_to_a_person() {
        var question = asked();

        reply(extension(question), "没人来过");

        assertThat(states()).containsExactly(ReplyRecord.State.UNREADABLE);
        assertThat(heard.unclear).singleElement().satisfies(unclear -> {
            assertThat(unclear.question().id()).isEqualTo(question.id());
            assertThat(unclear.words()).isNotNull();
        });
    }

    @Test
    void who_opts_out_is_not_reminded() {
        var question = ask(Subject.CONTACT, null);
        dispatcher.runOnce();

        reply(extension(question), "TD");
        askings.remind(question.batch());

        assertThat(states()).containsExactly(ReplyRecord.State.OPT_OUT);
        assertThat(citizens.facts(List.of(line)).get(line).optedOut()).isTrue();
        assertThat(thread.ofLine(line)).hasSize(1);
    }

    @Test
    void who_is_silent_is_reminded_once_and_then_left_alone() {
        var question = asked();
        dispatcher.runOnce();

        askings.remind(question.batch());
        askings.remind(question.batch());

        assertThat(thread.ofLine(line)).hasSize(2);
        assertThat(thread.ofLine(line).get(1).extension()).isEqualTo(extension(question));
        assertThat(thread.ofLine(line).get(1).text()).isEqualTo("Please answer " + written(question));
    }

    @Test
    void closing_tells_silent_undelivered_and_unknown_apart() {
        var undelivered = asked();
        db.sql("update sms set state = 'FAILED', claim = 0 where id = :id")
                .param("id", undelivered.id().value())
                .update();
        var silent = asked();
        db.sql("update sms set state = 'DELIVERED', claim = 0 where id = :id")
                .param("id", silent.id().value())
                .update();
        var unknown = asked();
        dispatcher.runOnce();

        List.of(undelivered, silent, unknown).forEach(question -> questions.closeOpen(question.batch()));

        assertThat(now(undelivered).state()).isEqualTo(Question.State.UNDELIVERED);
        assertThat(now(silent).state()).isEqualTo(Question.State.SILENT);
        assertThat(now(unknown).state()).isEqualTo(Question.State.UNKNOWN);
    }

    @Test
    void a_subject_is_asked_once_a_round() {
        var question = question(Subject.CONTACT, UUID.randomUUID(), null);

        var first = questions.ask(question);
        var again = questions.ask(question);

        assertThat(again).isEqualTo(first);
        assertThat(thread.ofLine(line)).hasSize(1);
    }

    @Test
    void a_code_comes_back_on_a_line_only_after_all_others() {
        var codes = new ArrayList<Integer>();
        for (var at = 0; at < 91; at++) {
            var question = asked();
            codes.add(question.code());
            questions.closeOpen(question.batch());
        }

        assertThat(codes.subList(0, 90)).doesNotHaveDuplicates().allMatch(code -> code >= 10 && code <= 99);
        assertThat(codes.get(90)).isEqualTo(codes.get(0));
    }

    @Test
    void two_nodes_that_look_at_the_same_moment_apply_one_answer() throws Exception {
        var asked = new ArrayList<Question>();
        for (var at = 0; at < 40; at++) {
            somebodyElseWithAPhone();
            var question = asked();
            asked.add(question);
            inbox.replies(List.of(message(extension(question), "3")));
            inbox.replies(List.of(message(extension(question), "1")));
        }
        heard.reset();
        var other = new Replies(tables, words, citizens, events, transaction, clock);
        var nodes = Executors.newFixedThreadPool(2);
        try {
            var runs = new ArrayList<Future<?>>();
            for (var node : List.of(replies, other)) {
                runs.add(nodes.submit(node::applyAll));
            }
            for (var run : runs) {
                run.get(60, TimeUnit.SECONDS);
            }
        } finally {
            nodes.shutdownNow();
        }

        for (var question : asked) {
            assertThat(now(question).state()).isEqualTo(Question.State.ANSWERED);
            var applied = questions.repliesOn(question.line()).stream()
                    .filter(reply -> reply.state() == ReplyRecord.State.APPLIED)
                    .count();
            assertThat(applied).isEqualTo(1);
        }
        assertThat(questions.repliesOn(asked.get(0).line())).hasSize(2);
    }

    private Question asked() {
        return ask(Subject.CONTACT, null);
    }

    private Question ask(Subject subject, Instant closesAt) {
        var id = questions.ask(question(subject, UUID.randomUUID(), closesAt));
        return questions.find(id).orElseThrow();
    }

    private NewQuestion question(Subject subject, UUID batch, Instant closesAt) {
        return new NewQuestion(
                subject,
                UUID.randomUUID(),
                1,
                batch,
                person,
                line,
                "How was it? {code}",
                "Please answer {code}",
                closesAt);
    }

    private Question now(Question question) {
        return questions.find(question.id()).orElseThrow();
    }

    private void reply(String extension, String text) {
        inbox.replies(List.of(message(extension, text)));
        replies.applyAll();
    }

    private IncomingSms message(String extension, String text) {
        return new IncomingSms("r" + ++refs, number, extension, text, clock.instant());
    }

    /** As the citizen reads and quotes it. */
    private static String written(Question question) {
        return "A" + question.code();
    }

    private static String extension(Question question) {
        return String.valueOf(question.code());
    }

    private List<ReplyRecord.State> states() {
        return questions.repliesOn(line).stream().map(ReplyRecord::state).toList();
    }
}
