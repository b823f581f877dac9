package org.minyi.notice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.MovableClock;
import org.minyi.channel.mail.MailDispatcher;
import org.minyi.channel.mail.PostOffice;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole way of a document, over a real mail server: issued, put into the outbox, made, sent, read by its unit, and what
 * comes back back at the matter. What a server's answer means to a single mail is MailTest's, what a report looks like
 * BounceBoxTest's, and who has to do what afterwards ServiceTest's.
 */
@MinyiTest
@Import(MovableClock.InPlaceOfTheClock.class)
class NoticesOverMailTest {

    private static PostOffice post;

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
    TaskService tasks;

    @Autowired
    ManagementService jobs;

    @Autowired
    IdentityService identity;

    @Autowired
    MovableClock clock;

    @Autowired
    ApplicationContext minyi;

    private final UUID matter = UUID.randomUUID();

    @BeforeAll
    static void aServer() throws IOException {
        post = new PostOffice();
    }

    @DynamicPropertySource
    static void namedToMinyi(DynamicPropertyRegistry settings) throws IOException {
        post.settings(settings);
    }

    @BeforeEach
    void a_city_with_mailboxes() throws Exception {
        SmallCity.standsIn(organisation, units);
        for (var unit : units.all()) {
            organisation.mail(unit.code(), mailbox(unit.code()));
            post.hasMailbox(mailbox(unit.code()));
        }
        post.begins();
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @AfterAll
    static void closed() throws IOException {
        post.close();
    }

    @Test
    void a_document_lies_in_the_mailbox_as_a_file_and_is_served_when_its_unit_says_so() throws Exception {
        var notice = issue("LATE", SmallCity.SOUTH);

        mail.runOnce();

        var letter = only(SmallCity.NORTH);
        assertThat(letter.getSubject()).endsWith("督办通知书 " + notice.code());
        assertThat(letter.getMessageID()).isEqualTo(messageId(notice, 0));
        assertThat(MimeUtility.decodeText(file(letter).getFileName())).isEqualTo("督办通知书 " + notice.code() + ".pdf");
        assertThat(text(letter)).contains("督办通知书", notice.code(), "（编号2026-000001");
        assertThat(pdf(letter))
                .isEqualTo(documents.read(notice.id()))
                .as("the copy")
                .isEqualTo(pdf(only(SmallCity.SOUTH)));
        assertThat(states(notice)).containsExactly("ADDRESSEE SENT", "COPY SENT");
        assertThat(waits(notice).getTaskDefinitionKey()).isEqualTo("userTask_confirmReceipt");

        done(waits(notice), "liaison1", Map.of("receiptConfirmed", true));
        assertThat(states(notice)).containsExactly("ADDRESSEE SERVED", "COPY SENT");

        comesBack(notice, 0);
        comesBack(notice, 1);
        assertThat(states(notice)).containsExactly("ADDRESSEE SERVED", "COPY UNDELIVERABLE");
        assertThat(waits(notice)).as("nobody has to do anything about it").isNull();
    }

    @Test
    void what_a_server_puts_off_or_never_answers_costs_time_and_every_copy_is_the_same_document() throws Exception {
        var notice = issue("LATE");
        post.says(command -> command.startsWith("RCPT") ? "450 4.2.1 greylisted" : null);
        mail.runOnce();
        assertThat(lettersOf(SmallCity.NORTH)).isEmpty();
        assertThat(states(notice)).containsExactly("ADDRESSEE TO_SEND");

        post.says(command -> null);
        post.cutsAfterMail(true);
        clock.move(Duration.ofMinutes(1));
        mail.runOnce();
        assertThat(states(notice)).as("nobody knows").containsExactly("ADDRESSEE TO_SEND");

        post.cutsAfterMail(false);
        clock.move(Duration.ofMinutes(2));
        mail.runOnce();

        var both = lettersOf(SmallCity.NORTH);
        assertThat(both).hasSize(2);
        assertThat(both.get(0).getMessageID())
                .isEqualTo(messageId(notice, 0))
                .isEqualTo(both.get(1).getMessageID());
        assertThat(both.get(1).getSubject()).isEqualTo("【重发】" + both.get(0).getSubject());
        assertThat(pdf(both.get(0))).isEqualTo(pdf(both.get(1)));
        assertThat(states(notice)).containsExactly("ADDRESSEE SENT");
        assertThat(waits(notice).getTaskDefinitionKey()).isEqualTo("userTask_confirmReceipt");
    }

    @Test
    void what_a_server_does_not_take_comes_back_to_the_matter() throws Exception {
        post.says(command -> command.startsWith("RCPT") ? "550 5.1.1 no such mailbox" : null);
        var notice = issue("LATE");
        assertThat(waits(notice).getTaskDefinitionKey()).isEqualTo("userTask_confirmReceipt");

        mail.runOnce();

        isServedOtherwise(notice);
        clock.move(Duration.ofDays(7));
        post.says(command -> null);
        mail.runOnce();
        assertThat(lettersOf(SmallCity.NORTH)).isEmpty();
    }

    @Test
    void while_the_server_is_down_for_a_day_nothing_is_lost_and_each_document_arrives_once() throws Exception {
        post.closes();
        var issued =
                IntStream.rangeClosed(1, 3).mapToObj(i -> issue("LATE-" + i)).toList();

        for (int hour = 0; hour < 24; hour++) {
            mail.runOnce();
            clock.move(Duration.ofHours(1));
        }
        assertThat(issued)
                .allSatisfy(notice -> assertThat(states(notice)).containsExactly("ADDRESSEE TO_SEND"))
                .allSatisfy(notice ->
                        assertThat(waits(notice).getTaskDefinitionKey()).isEqualTo("userTask_confirmReceipt"));
        post.opens();
        mail.runOnce();
        mail.runOnce();

        var letters = lettersOf(SmallCity.NORTH);
        assertThat(letters).hasSize(3);
        for (int i = 0; i < 3; i++) {
            var notice = issued.get(i);
            assertThat(letters.get(i).getSubject()).doesNotContain("重发").endsWith(notice.code());
            assertThat(pdf(letters.get(i))).isEqualTo(documents.read(notice.id()));
            assertThat(states(notice)).containsExactly("ADDRESSEE SENT");
        }
    }

    @Test
    void what_comes_back_into_the_bounce_mailbox_comes_back_to_the_matter() throws Exception {
        var notice = issue("LATE");
        mail.runOnce();
        assertThat(states(notice)).containsExactly("ADDRESSEE SENT");
        assertThat(waits(notice).getTaskDefinitionKey()).isEqualTo("userTask_confirmReceipt");

        comesBack(notice, 0);

        isServedOtherwise(notice);
        done(waits(notice), "reviewer1", Map.of("serveHow", "BY_HAND", "serveDate", today(), "serveWords", "送达"));
        assertThat(deliveries.of(notice.id()))
                .singleElement()
                .extracting(Delivery::state, Delivery::how, Delivery::servedBy)
                .containsExactly(Delivery.State.SERVED, How.BY_HAND, "reviewer1");
    }

    private Notice issue(String reason, UnitCode... copies) {
        var about = new NewNotice.Matter(
                matter, "2026-000001", null, null, SmallCity.NORTH, SmallCity.NORTH_POST, SmallCity.NORTH, null);
        var notice = notices.issue(NewNotice.of(Kind.SUPERVISION_NOTICE, SmallCity.NORTH, about, 1, reason)
                .copyTo(List.of(copies)));
        runJobs();
        return notice;
    }

    /** A server further on could not deliver it, the second or the first of its mails. */
    private void comesBack(Notice notice, int which) throws Exception {
        post.bringsBack(deliveries.of(notice.id()).get(which).mail());
        PostOffice.look(minyi);
    }

    private void isServedOtherwise(Notice notice) {
        assertThat(deliveries.of(notice.id()))
                .singleElement()
                .extracting(Delivery::state, Delivery::failure)
                .containsExactly(Delivery.State.UNDELIVERABLE, "550 5.1.1");
        var task = waits(notice);
        assertThat(task.getTaskDefinitionKey()).isEqualTo("userTask_serveOtherwise");
        assertThat(offeredTo(task)).containsExactly("reviewer");
        assertThat(tasks.getVariable(task.getId(), "matterId")).isEqualTo(matter.toString());
    }

    private String messageId(Notice notice, int which) {
        return "<%s@%s>".formatted(deliveries.of(notice.id()).get(which).mail(), PostOffice.DOMAIN);
    }

    private List<String> states(Notice notice) {
        return deliveries.of(notice.id()).stream()
                .map(one -> one.part() + " " + one.state())
                .toList();
    }

    private static String mailbox(UnitCode unit) {
        return unit + "@" + PostOffice.DOMAIN;
    }

    private static List<MimeMessage> lettersOf(UnitCode unit) throws Exception {
        return post.mailbox(mailbox(unit));
    }

    private static MimeMessage only(UnitCode unit) throws Exception {
        assertThat(lettersOf(unit)).hasSize(1);
        return lettersOf(unit).get(0);
    }

    private static jakarta.mail.BodyPart file(MimeMessage letter) throws Exception {
        return ((MimeMultipart) letter.getContent()).getBodyPart(1);
    }

    private static byte[] pdf(MimeMessage letter) throws Exception {
        return file(letter).getInputStream().readAllBytes();
    }

    private static String text(MimeMessage letter) throws Exception {
        try (var read = Loader.loadPDF(pdf(letter))) {
            return new PDFTextStripper().getText(read).replaceAll("\\s", "");
        }
    }

    private Task waits(Notice notice) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(notice.id().toString())
                .singleResult();
    }

    private List<String> offeredTo(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .flatMap(link -> Stream.of(link.getGroupId(), link.getUserId()))
                .filter(Objects::nonNull)
                .toList();
    }

    private void done(Task task, String user, Map<String, Object> answers) {
        identity.setAuthentication(
                user,
                identity.createGroupQuery().groupMember(user).list().stream()
                        .map(group -> group.getId())
                        .toList());
        try {
            tasks.claim(task.getId(), user);
            tasks.complete(task.getId(), answers);
        } finally {
            identity.clearAuthentication();
        }
        runJobs();
    }

    /** Of this process alone: a clock that is a day ahead would wake others. */
    private void runJobs() {
        for (var job : jobs.createJobQuery()
                .processDefinitionKey("serve-notice")
                .executable()
                .list()) {
            jobs.executeJob(job.getId());
        }
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }
}
