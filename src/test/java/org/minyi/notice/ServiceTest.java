package org.minyi.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.audit.Fact;
import org.minyi.channel.mail.MailBounced;
import org.minyi.channel.mail.MailCarrier;
import org.minyi.channel.mail.MailDispatcher;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.Told;
import org.minyi.citizen.WordsBook;
import org.minyi.desk.Parties;
import org.minyi.organisation.Member;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.Role;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From the issue of a document to the proof that its addressee has it, over the real engine and database. */
@MinyiTest
class ServiceTest {

    private static final String NAME = "司马相如";
    private static final String PHONE = "13800667701";

    @Autowired
    Notices notices;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Documents documents;

    @Autowired
    MailDispatcher mail;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Parties parties;

    @Autowired
    Citizens citizens;

    @Autowired
    WordsBook book;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService jobs;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Postman postman;

    private final UUID matterId = UUID.randomUUID();
    private PersonId person;

    /** Keeps what it is handed, and says what it is told to say. */
    static final class Postman implements MailCarrier {

        final List<OutgoingMail> handed = new ArrayList<>();
        Handover says = new Handover.Accepted();

        @Override
        public Handover carry(OutgoingMail mail) {
            handed.add(mail);
            return says;
        }
    }

    @TestConfiguration
    static class Post {

        @Bean
        Postman postman() {
            return new Postman();
        }
    }

    @BeforeEach
    void a_city_with_mailboxes() {
        SmallCity.standsIn(organisation, units);
        for (var unit : units.all()) {
            organisation.mail(unit.code(), unit.code() + "@police.lanhe.example");
        }
        mail.runOnce();
        postman.handed.clear();
        postman.says = new MailCarrier.Handover.Accepted();
        person = citizens.enrol(List.of(new Told(NAME, PHONE, false))).get(0).person();
    }

    @Test
    void a_document_is_served_when_its_addressee_says_so_and_not_when_a_server_takes_it() throws Exception {
        var notice = notices.issue(wanted(SmallCity.NORTH).copyTo(List.of(SmallCity.SOUTH)));
        assertThat(states(notice)).containsExactly("ADDRESSEE TO_SEND", "COPY TO_SEND");

        mail.runOnce();

        assertThat(states(notice)).containsExactly("ADDRESSEE SENT", "COPY SENT");
        assertThat(postman.handed).hasSize(2);
        var letter = postman.handed.get(0);
        assertThat(letter.to()).containsExactly(SmallCity.NORTH + "@police.lanhe.example");
        assertThat(letter.subject()).endsWith("督办通知书 " + notice.code());
        assertThat(letter.parts()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("督办通知书 " + notice.code() + ".pdf");
            assertThat(file.bytes()).isEqualTo(documents.read(notice.id()));
        });
        assertThat(postman.handed.get(1).parts().get(0).bytes())
                .isEqualTo(letter.parts().get(0).bytes());

        runJobs();
        var task = task(notice);
        assertThat(offeredTo(task)).containsExactly("liaison." + SmallCity.NORTH);
        assertThat(tasks.getVariable(task.getId(), "noticeTitle")).isEqualTo("督办通知书 " + notice.code());
        done(task, "liaison1", Map.of("receiptConfirmed", true));

        assertThat(states(notice)).containsExactly("ADDRESSEE SERVED", "COPY SENT");
        assertThat(deliveries.of(notice.id()).get(0))
                .extracting(Delivery::servedBy, Delivery::how)
                .containsExactly("liaison1", How.RECEIPT);
        assertThat(deeds(notice))
                .containsExactly("NOTICE_ISSUED", "NOTICE_RENDERED", "NOTICE_SENT", "NOTICE_SENT", "NOTICE_SERVED");

        events.publishEvent(new MailBounced(letter.id(), "550 5.1.1"));
        assertThat(states(notice)).as("what is served stays served").containsExactly("ADDRESSEE SERVED", "COPY SENT");
    }

    @Test
    void nothing_of_whom_the_matter_is_from_leaves_the_house() throws Exception {
        var words = book.keep(person, "我叫" + NAME + "，电话138-0066-7701，请处理。");
        var notice = notices.issue(wanted(SmallCity.NORTH)
                .words("demand", words)
                .duty(words, SmallCity.NORTH, Instant.parse("2026-03-12T10:00:00Z")));

        mail.runOnce();

        var letter = postman.handed.get(0);
        var text = text(documents.read(notice.id()));
        assertThat(text).contains("我叫■■■，电话■■■，请处理。").doesNotContain(NAME).doesNotContain("7701");
        assertThat(letter.subject() + letter.text()).doesNotContain(NAME).doesNotContain("请处理");
        assertThat(notices.find(notice.id()).orElseThrow().toString()).doesNotContain(person.toString());
    }

    @Test
    void what_is_made_once_stays_as_it_was() throws Exception {
        var words = book.keep(person, "原来的话");
        var notice = notices.issue(wanted(SmallCity.NORTH).words("demand", words));
        documents.make(notice.id());
        var before = documents.read(notice.id());

        db.sql("update member set name = 'Somebody else' where user_id = 'reviewer1'")
                .update();
        documents.make(notice.id());
        mail.runOnce();

        assertThat(documents.read(notice.id())).isEqualTo(before);
        assertThat(postman.handed.get(0).parts().get(0).bytes()).isEqualTo(before);
        assertThat(db.sql("select sha256 from notice_document where notice_id = :id")
                        .param("id", notice.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo(Fact.sha256(before));
        assertThat(deeds(notice)).containsOnlyOnce("NOTICE_RENDERED");
    }

    @Test
    void what_a_server_refuses_comes_back_to_the_matter_and_the_centre_serves_it_by_hand() {
        postman.says = new MailCarrier.Handover.Refused("550 5.1.1");
        var notice = notices.issue(wanted(SmallCity.NORTH));
        runJobs();
        assertThat(task(notice).getTaskDefinitionKey()).isEqualTo("userTask_confirmReceipt");

        mail.runOnce();

        assertThat(states(notice)).containsExactly("ADDRESSEE UNDELIVERABLE");
        var task = task(notice);
        assertThat(task.getTaskDefinitionKey()).isEqualTo("userTask_serveOtherwise");
        assertThat(offeredTo(task)).containsExactly("reviewer");
        assertThat(tasks.getVariable(task.getId(), "matterId")).isEqualTo(matterId.toString());
        var today = java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
        assertThatThrownBy(
                        () -> done(task, "reviewer1", served(today.plusDays(1).toString())))
                .hasStackTraceContaining("it was not served on");
        assertThatThrownBy(
                        () -> done(task, "reviewer1", served(today.minusDays(1).toString())))
                .hasStackTraceContaining("it was not served on");
        done(task, "reviewer1", served(today.toString()));

        var delivery = deliveries.of(notice.id()).get(0);
        assertThat(delivery.state()).isEqualTo(Delivery.State.SERVED);
        assertThat(delivery.how()).isEqualTo(How.REGISTERED_MAIL);
        assertThat(delivery.servedBy()).isEqualTo("reviewer1");
        assertThat(book.read(List.of(delivery.words()))).containsValue("EMS 12");
        assertThat(deeds(notice))
                .containsExactly("NOTICE_ISSUED", "NOTICE_RENDERED", "NOTICE_BOUNCED", "NOTICE_SERVED");
    }

    @Test
    void what_bounces_before_the_process_has_begun_is_not_lost() {
        var notice = notices.issue(wanted(SmallCity.NORTH));
        mail.runOnce();
        bounce(notice);

        runJobs();

        assertThat(task(notice).getTaskDefinitionKey()).isEqualTo("userTask_serveOtherwise");
    }

    @Test
    void without_a_mailbox_there_is_nothing_to_send_and_the_centre_serves_it_at_once() {
        organisation.mail(SmallCity.NORTH, null);
        var notice = notices.issue(wanted(SmallCity.NORTH));
        runJobs();
        mail.runOnce();

        assertThat(postman.handed).isEmpty();
        assertThat(deliveries.of(notice.id()))
                .singleElement()
                .extracting(Delivery::state, Delivery::failure)
                .containsExactly(Delivery.State.UNDELIVERABLE, "NO_MAILBOX");
        assertThat(task(notice).getTaskDefinitionKey()).isEqualTo("userTask_serveOtherwise");
    }

    @Test
    void a_copy_that_comes_back_is_written_down_and_nobody_s_task() {
        var notice = notices.issue(wanted(SmallCity.NORTH).copyTo(List.of(SmallCity.SOUTH)));
        mail.runOnce();
        runJobs();
        var copy = deliveries.of(notice.id()).get(1);
        transaction.executeWithoutResult(status -> events.publishEvent(new MailBounced(copy.mail(), "550 5.1.1")));

        assertThat(states(notice)).containsExactly("ADDRESSEE SENT", "COPY UNDELIVERABLE");
        assertThat(task(notice).getTaskDefinitionKey()).isEqualTo("userTask_confirmReceipt");
    }

    @Test
    void the_officer_complained_about_may_confirm_and_is_kept_from_serving() {
        var about = new NewNotice.Matter(
                matterId,
                "2026-000001",
                null,
                person,
                SmallCity.NORTH,
                SmallCity.NORTH_POST,
                SmallCity.NORTH,
                "officer1");
        var letter =
                notices.issue(NewNotice.of(Kind.RESPONSIBILITY_VERDICT, SmallCity.NORTH_POST, about, 1, "CONFIRMED"));
        runJobs();
        assertThat(offeredTo(task(letter))).containsExactly("officer." + SmallCity.NORTH_POST);
        done(task(letter), "officer1", Map.of("receiptConfirmed", true));
        assertThat(states(letter)).containsExactly("ADDRESSEE SERVED");

        var aboutReviewer = new NewNotice.Matter(
                matterId, "2026-000001", null, person, SmallCity.NORTH, null, SmallCity.CENTRE, "reviewer1");
        organisation.mail(SmallCity.NORTH, null);
        var other = notices.issue(NewNotice.of(Kind.SUPERVISION_NOTICE, SmallCity.NORTH, aboutReviewer, 1, "OTHER"));
        runJobs();
        assertThat(offeredTo(task(other)))
                .doesNotContain("reviewer", "reviewer1")
                .isNotEmpty();
    }

    @Test
    void a_unit_that_has_not_the_matter_in_hand_is_asked_by_the_centre() {
        var notice = notices.issue(wanted(SmallCity.SOUTH));
        runJobs();

        assertThat(offeredTo(task(notice))).containsExactly("reviewer");
    }

    @Test
    void a_unit_that_was_invited_says_for_itself_that_it_has_its_document() {
        parties.take(matterId, SmallCity.SOUTH, Parties.Part.MEETING);
        var notice = notices.issue(wanted(SmallCity.SOUTH));
        runJobs();

        assertThat(offeredTo(task(notice))).containsExactly("liaison." + SmallCity.SOUTH);
    }

    @Test
    void for_a_post_where_nobody_works_its_sub_centre_confirms() {
        var officer = new Member("officer2", "Officer South", SmallCity.SOUTH_POST, Set.of(Role.OFFICER));
        parties.take(matterId, SmallCity.SOUTH_POST, Parties.Part.RESPONDENT);
        organisation.leave(officer.userId());
        try {
            var notice = notices.issue(wanted(SmallCity.SOUTH_POST));
            runJobs();
            assertThat(offeredTo(task(notice))).containsExactly("liaison." + SmallCity.SOUTH);
        } finally {
            organisation.enlist(List.of(officer));
        }
    }

    @Test
    void each_document_of_a_round_is_due_by_itself() {
        var first = notices.issue(wanted(SmallCity.NORTH));
        runJobs();
        db.sql("update deadline set due_at = due_at - interval '30 days' where matter_id = :matter")
                .param("matter", matterId)
                .update();
        var second = notices.issue(wanted(SmallCity.NORTH).about("another"));
        runJobs();

        assertThat(task(first).getDueDate()).isNotNull();
        assertThat(task(second).getDueDate().toInstant()).isAfter(Instant.now());
    }

    @Test
    void documents_of_one_kind_are_told_apart_by_what_they_are_about() {
        var one = notices.issue(wanted(SmallCity.NORTH).about("duty-1"));
        var same = notices.issue(wanted(SmallCity.NORTH).about("duty-1"));
        var other = notices.issue(wanted(SmallCity.NORTH).about("duty-2"));

        assertThat(same).isEqualTo(one);
        assertThat(other.number()).isEqualTo(one.number() + 1);
        assertThat(notices.of(matterId)).containsExactly(one, other);
        assertThatThrownBy(() -> wanted(SmallCity.NORTH).fact("dew", "2026"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dew");
    }

    @Test
    void what_was_forgotten_before_the_document_was_made_is_said_to_be_forgotten() throws Exception {
        var words = book.keep(person, "要忘记的话");
        var notice = notices.issue(wanted(SmallCity.NORTH).words("demand", words));
        db.sql("delete from citizen.words where id = :id")
                .param("id", words.value())
                .update();

        documents.make(notice.id());

        assertThat(text(documents.read(notice.id()))).contains("（原文已按规定清除）");
    }

    private NewNotice wanted(UnitCode unit) {
        var matter = new NewNotice.Matter(
                matterId,
                "2026-000001",
                "Household registration",
                person,
                SmallCity.NORTH,
                SmallCity.NORTH_POST,
                SmallCity.NORTH,
                null);
        return NewNotice.of(Kind.SUPERVISION_NOTICE, unit, matter, 1, "LATE")
                .fact("answerDue", Instant.parse("2026-03-12T10:00:00Z"));
    }

    private static Map<String, Object> served(String day) {
        return Map.of("serveHow", "REGISTERED_MAIL", "serveDate", day, "serveWords", "EMS 12");
    }

    private void bounce(Notice notice) {
        var sent = deliveries.of(notice.id()).get(0).mail();
        transaction.executeWithoutResult(status -> events.publishEvent(new MailBounced(sent, "550 5.1.1")));
    }

    private List<String> states(Notice notice) {
        return deliveries.of(notice.id()).stream()
                .map(one -> one.part() + " " + one.state())
                .toList();
    }

    private List<String> deeds(Notice notice) {
        return db.sql("select deed from audit.fact where told::jsonb ->> 'id' = :id order by at")
                .param("id", notice.id().toString())
                .query(String.class)
                .list();
    }

    private static String text(byte[] pdf) throws Exception {
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("\\s", "");
        }
    }

    private Task task(Notice notice) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(notice.id().toString())
                .singleResult();
    }

    private List<String> offeredTo(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .flatMap(link -> Stream.of(link.getGroupId(), link.getUserId()))
                .filter(name -> name != null)
                .sorted()
                .toList();
    }

    private void done(Task task, String user, Map<String, Object> answers) {
        identity.setAuthentication(user, groupsOf(user));
        try {
            tasks.claim(task.getId(), user);
            tasks.complete(task.getId(), answers);
        } finally {
            identity.clearAuthentication();
        }
        runJobs();
    }

    private List<String> groupsOf(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(group -> group.getId())
                .toList();
    }

    private void runJobs() {
        for (var job : jobs.createJobQuery().executable().list()) {
            jobs.executeJob(job.getId());
        }
    }
}
