package org.minyi.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.audit.Evidence;
import org.minyi.channel.sms.IncomingSms;
import org.minyi.channel.sms.OperatorInbox;
import org.minyi.channel.sms.Outbox;
import org.minyi.channel.sms.SmsDraft;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.Kind;
import org.minyi.complaint.RaisedMatter;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.minyi.question.Questions;
import org.minyi.question.Replies;
import org.minyi.question.Subject;
import org.minyi.survey.Waves;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Four years later: who is forgotten, what stays of them, and what keeps somebody known. */
@MinyiTest
class ForgettingTest {

    @Autowired
    Citizens citizens;

    @Autowired
    WordsBook words;

    @Autowired
    Attachments attachments;

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    Holds holds;

    @Autowired
    Complaints complaints;

    @Autowired
    Outbox outbox;

    @Autowired
    Waves waves;

    @Autowired
    Questions questions;

    @Autowired
    OperatorInbox inbox;

    @Autowired
    Replies replies;

    @Autowired
    ManagementService jobs;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    ForgettingTables tables;

    @Autowired
    KeyTables keys;

    @Autowired
    ObjectProvider<Involvement> rooms;

    @Autowired
    Evidence evidence;

    @Autowired
    CitizenSettings settings;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    private String phone;
    private Enrolled wang;

    @BeforeEach
    void wangFang() {
        SmallCity.standsIn(organisation, units);
        phone = aMobile();
        wang = enrolled("Wang Fang", phone);
    }

    @Test
    void every_room_that_keeps_something_about_people_is_asked() {
        assertThat(rooms.stream().map(room -> room.getClass().getSimpleName().replaceAll("\\$\\$.*", "")))
                .contains(
                        "ContactTables",
                        "QuestionTables",
                        "CallTables",
                        "WorkOrderTables",
                        "ComplaintTables",
                        "CustodyTables",
                        "SmsTables");
    }

    @Test
    void whoever_has_nothing_open_is_forgotten_and_ids_and_counts_stay() {
        var said = words.keep(wang.person(), "nobody came");
        var file = attachments.keep(wang.person(), "Wang Fang.png", FileKind.PNG, new byte[] {1, 2, 3});
        var mailbox = mailboxes.keep(wang.person(), "wang@mail.example");
        var matter = closed(matterOf(wang, said));
        var sms = UUID.randomUUID();
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> outbox.put(List.of(new SmsDraft(
                        sms, UUID.randomUUID(), wang.line(), "", "Dear Wang Fang, it was late", clock.instant()))));

        assertThat(inFourYears().run().persons()).isPositive();

        assertThat(citizens.lookAt(wang.person(), "caller1", null, true)).isEqualTo(new Face(null, null, null));
        assertThat(citizens.numbers(List.of(wang.line()))).isEmpty();
        assertThat(words.read(List.of(said))).isEmpty();
        assertThat(attachments.open(file)).isEmpty();
        assertThat(mailboxes.address(mailbox)).isEmpty();
        assertThat(mailboxes.of(wang.person())).isEmpty();
        assertThat(mailboxes.countAcknowledgement(mailbox)).isFalse();
        assertThat(db.sql("select name is null and content is null from citizen.attachment where id = ?")
                        .param(file.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(attachments.facts(List.of(file))).containsEntry(file, new AttachmentFacts(FileKind.PNG, 3, true));
        assertThat(db.sql("select text from sms where id = ?")
                        .param(sms)
                        .query(String.class)
                        .single())
                .isEmpty();
        assertThat(citizens.facts(List.of(wang.line())))
                .containsEntry(wang.line(), new LineFacts(LineKind.MOBILE, false));
        assertThat(complaints.find(matter.id()).orElseThrow().person()).isEqualTo(wang.person());
        assertThat(db.sql(
                                "select coalesce(sum((told::json ->> 'persons')::int), 0) from audit.fact where deed = 'ANONYMISED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(db.sql("select count(*) from citizen.person where anonymised_at is not null")
                        .query(Integer.class)
                        .single());
        assertThat(enrolled("Wang Fang", phone).person())
                .as("found anew, nobody knows them")
                .isNotEqualTo(wang.person());
    }

    @Test
    void people_are_forgotten_between_two_and_five_in_the_night_and_at_no_other_hour() {
        for (var awake : List.of("01:59:59", "05:00:00", "14:00:00")) {
            watchLooksAt(awake);
            known(wang, phone);
        }

        watchLooksAt("02:00:00");

        assertThat(citizens.numbers(List.of(wang.line()))).isEmpty();
    }

    /** One look of the watch, at this time of a day in four years. */
    private void watchLooksAt(String time) {
        var then = LocalDate.now(clock)
                .plusYears(4)
                .atTime(LocalTime.parse(time))
                .atZone(clock.getZone())
                .toInstant();
        var at = Clock.fixed(then, clock.getZone());
        new ForgettingWatch(new Forgetting(tables, keys, rooms, evidence, settings, transactions, at), at).beat();
    }

    @Test
    void the_figures_of_a_wave_stay_as_they_were_when_those_who_answered_are_forgotten() {
        var contact = contactYesterday();
        var wave = waves.start(LocalDate.now(clock).minusDays(1), "reviewer1");
        for (var steps = jobs.createJobQuery()
                        .processDefinitionKey("survey-wave")
                        .messages();
                steps.count() > 0; ) {
            steps.list().forEach(step -> jobs.executeJob(step.getId()));
        }
        var question = questions.about(Subject.CONTACT, contact, 1).orElseThrow();
        inbox.replies(List.of(
                new IncomingSms(UUID.randomUUID().toString(), phone, "" + question.code(), "1", clock.instant())));
        replies.applyAll();
        waves.close(wave);
        var before = waves.report(wave);
        assertThat(List.of(before.contacts(), before.asked(), before.answered(), before.satisfied()))
                .containsOnly(1);

        inFourYears().run();

        assertThat(citizens.numbers(List.of(wang.line()))).isEmpty();
        assertThat(waves.report(wave)).isEqualTo(before);
    }

    @Test
    void what_strangers_wrote_is_forgotten_as_well_and_that_they_wrote_stays() {
        var ref = UUID.randomUUID().toString();
        inbox.replies(List.of(new IncomingSms(ref, aMobile(), "", "who are you, I am Zhang San", clock.instant())));
        replies.applyAll();
        var said = new WordsId(db.sql("select words_id from reply where operator_ref = ?")
                .param(ref)
                .query(UUID.class)
                .single());

        in(Duration.ofDays(2 * 365)).run();
        assertThat(words.read(List.of(said))).containsValue("who are you, I am Zhang San");
        inFourYears().run();

        assertThat(words.read(List.of(said))).isEmpty();
        assertThat(db.sql("select state from reply where operator_ref = ?")
                        .param(ref)
                        .query(String.class)
                        .single())
                .isEqualTo("UNMATCHED");
        assertThat(inFourYears().run().words()).as("once").isZero();
    }

    @Test
    void whose_identity_is_asked_for_stays_until_that_is_decided() {
        var matter = closed(matterOf(wang, words.keep(wang.person(), "nobody came")));
        var why = words.keep(wang.person(), "she sues");
        var request = UUID.randomUUID();
        db.sql(
                        """
                        insert into identity_request (id, matter_id, person_id, asked_by, asked_at, words_id)
                        values (:id, :matter, :person, 'director1', now(), :words)
                        """)
                .param("id", request)
                .param("matter", matter.id().value())
                .param("person", wang.person().value())
                .param("words", why.value())
                .update();

        inFourYears().run();
        known(wang, phone);
        db.sql(
                        """
                        update identity_request set state = 'REFUSED', decided_by = 'custodian1', decided_at = now(),
                               decision_words_id = :words where id = :id
                        """)
                .param("id", request)
                .param("words", words.keep(null, "no suit is known").value())
                .update();
        inFourYears().run();

        assertThat(citizens.numbers(List.of(wang.line()))).isEmpty();
        assertThat(db.sql("select count(*) from citizen.words w join identity_request r"
                                + " on w.id in (r.words_id, r.decision_words_id) where r.id = ? and w.text is not null")
                        .param(request)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private UUID contactYesterday() {
        var id = UUID.randomUUID();
        db.sql(
                        """
                        insert into contact (id, source, reference, module, business, served_at, unit_code, person_id,
                                             line_id, arrived_at)
                        values (:id, 'test', :id::text, '110-reception', '110-dispatch', now() - interval '1 day', :unit,
                                :person, :line, now())
                        """)
                .param("id", id)
                .param("unit", SmallCity.NORTH_POST.value())
                .param("person", wang.person().value())
                .param("line", wang.line().value())
                .update();
        return id;
    }

    @Test
    void before_the_time_has_come_nobody_is_forgotten() {
        assertThat(in(Duration.ofDays(2 * 365)).run().persons()).isZero();
        known(wang, phone);
    }

    @Test
    void whoever_has_an_open_matter_stays() {
        var said = words.keep(wang.person(), "nobody came");
        var matter = matterOf(wang, said);

        var file = attachments.keep(wang.person(), "x.png", FileKind.PNG, new byte[] {1, 2, 3});

        inFourYears().run();

        known(wang, phone);
        assertThat(words.read(List.of(said))).containsValue("nobody came");
        assertThat(attachments.open(file)).isPresent();
        closed(matter);
        inFourYears().run();
        assertThat(words.read(List.of(said))).isEmpty();
    }

    @Test
    void a_hold_keeps_somebody_known_until_it_is_lifted_and_both_are_evidence() {
        assertThatThrownBy(() -> holds.set(wang.person(), null, " ", "custodian1"))
                .hasMessage("a hold needs a reason");
        var hold = holds.set(wang.person(), null, "a lawsuit", "custodian1");
        inFourYears().run();
        known(wang, phone);
        assertThat(holds.standing()).extracting(Hold::id).contains(hold);

        assertThat(holds.lift(hold, "director1")).isTrue();
        assertThat(holds.lift(hold, "director1")).isFalse();
        inFourYears().run();

        assertThat(citizens.numbers(List.of(wang.line()))).isEmpty();
        assertThat(db.sql("select deed || ' ' || by_whom from audit.fact where told::json ->> 'hold' = ? order by at")
                        .param(hold.toString())
                        .query(String.class)
                        .list())
                .containsExactly("HOLD_SET custodian1", "HOLD_LIFTED director1");
    }

    @Test
    void a_line_on_which_somebody_else_is_known_keeps_its_number() {
        var other = enrolled("Li Na", phone);
        holds.set(other.person(), null, "a lawsuit", "custodian1");

        inFourYears().run();

        known(other, phone);
        assertThat(citizens.lookAt(wang.person(), "caller1", null, false).name())
                .isNull();
    }

    @Test
    void an_opt_out_survives_and_whoever_writes_again_is_still_not_asked() {
        citizens.optOut(wang.line());

        inFourYears().run();

        assertThat(citizens.numbers(List.of(wang.line()))).isEmpty();
        var again = enrolled("Wang Fang", phone);
        assertThat(again.line()).isEqualTo(wang.line());
        assertThat(citizens.facts(List.of(again.line())).get(again.line()).optedOut())
                .isTrue();
        assertThat(citizens.numbers(List.of(again.line()))).containsValue(phone);
    }

    @Test
    void while_people_are_being_enrolled_nobody_is_forgotten() throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var importing = Executors.newSingleThreadExecutor();
        try {
            var running = importing.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                citizens.enrol(List.of(new Told("Wang Fang", phone, false)));
                begun.countDown();
                await(end);
            }));
            await(begun);

            assertThat(inFourYears().run()).isEqualTo(new Forgetting.Forgotten(0, 0, 0, false));
            known(wang, phone);

            end.countDown();
            running.get(10, TimeUnit.SECONDS);
            assertThat(inFourYears().run().complete()).isTrue();
        } finally {
            end.countDown();
            importing.shutdownNow();
        }
    }

    private Forgetting inFourYears() {
        return in(Duration.ofDays(4 * 365));
    }

    private Forgetting in(Duration later) {
        return new Forgetting(tables, keys, rooms, evidence, settings, transactions, Clock.offset(clock, later));
    }

    private void known(Enrolled somebody, String number) {
        assertThat(citizens.numbers(List.of(somebody.line()))).containsValue(number);
        assertThat(citizens.lookAt(somebody.person(), "caller1", null, false).name())
                .isNotNull();
    }

    private Complaint matterOf(Enrolled somebody, WordsId said) {
        return complaints.take(new RaisedMatter(
                Channel.HOTLINE,
                null,
                Kind.COMPLAINT,
                null,
                somebody.person(),
                somebody.line(),
                said,
                null,
                SmallCity.NORTH_POST.value(),
                null,
                "caller1"));
    }

    private Complaint closed(Complaint matter) {
        db.sql("update complaint set state = 'CLOSED', closed_at = now(), outcome = 'ANSWERED' where id = ?")
                .param(matter.id().value())
                .update();
        return matter;
    }

    private Enrolled enrolled(String name, String number) {
        return citizens.enrol(List.of(new Told(name, number, false, "North Bridge Road 3")))
                .get(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String aMobile() {
        return "13" + String.format("%09d", ThreadLocalRandom.current().nextInt(1_000_000_000));
    }
}
