package org.minyi.channel.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minyi.MinyiTest;
import org.minyi.citizen.Attachments;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.FileKind;
import org.minyi.citizen.Mailboxes;
import org.minyi.citizen.WordsBook;
import org.minyi.citizen.upload.Handed;
import org.minyi.citizen.upload.ScriptedScanner;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.Endings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters to the centre, over a real SMTP and a real IMAP server: what becomes a matter, what is set aside, who is answered. */
@MinyiTest
class LetterBoxTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String BOX = "letters@" + MailRoom.DOMAIN;

    private static final ScriptedScanner SCANNER = new ScriptedScanner();

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    @Autowired
    LetterDesk desk;

    @Autowired
    LetterTables tables;

    @Autowired
    MailTables mails;

    @Autowired
    Unsealing unsealing;

    @Autowired
    MailSettings settings;

    @Autowired
    Complaints complaints;

    @Autowired
    Endings endings;

    @Autowired
    WordsBook words;

    @Autowired
    Attachments attachments;

    @Autowired
    Citizens citizens;

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    private LetterBox box;
    private String writer;

    @BeforeEach
    void a_box() {
        server.start();
        server.setUser(BOX, "letters", "secret");
        writer = "wang." + UUID.randomUUID() + "@mail.example";
        server.setUser(writer, writer, "secret");
        box = box(server.getImap().getPort());
        db.sql("delete from mail").update();
        db.sql("delete from letter_aside").update();
        db.sql("update letter_box set held_until = '-infinity', away_since = null, counted_from = '-infinity'")
                .update();
    }

    @AfterEach
    void closed() {
        server.stop();
    }

    @DynamicPropertySource
    static void files_are_scanned(DynamicPropertyRegistry registry) {
        registry.add("minyi.uploads.scanner", SCANNER::where);
    }

    private LetterBox box(int port) {
        return box(port, 500);
    }

    private LetterBox box(int port, int mostPerHour) {
        var room = new MailSettings(
                false,
                settings.from(),
                settings.domain(),
                settings.bounceUser(),
                settings.lease(),
                settings.giveUpAfter(),
                settings.bounces(),
                MailRoom.letters(port, mostPerHour));
        return new LetterBox(room, desk, tables, clock);
    }

    @Test
    void a_letter_in_chinese_becomes_a_matter_with_its_files_and_is_put_away() throws Exception {
        posted(letter("=?gb2312?B?" + base64("窗口无人", GB18030) + "?=", "gb2312", "我等了两个小时，没有人理我。赵镕", GB18030));

        box.look();

        var matter = theMatter();
        assertThat(said(matter)).isEqualTo("窗口无人\n\n我等了两个小时，没有人理我。赵镕");
        assertThat(matter.title()).as("nothing of the letter").isEqualTo("Complaint");
        assertThat(matter.line()).isNull();
        assertThat(citizens.lookAt(matter.person(), "caller1", null, true).name())
                .isEqualTo("王芳");
        assertThat(folder("INBOX")).isZero();
        assertThat(folder("Minyi.Taken")).isOne();
    }

    @Test
    void what_is_attached_is_kept_as_it_was_checked_and_what_is_refused_is_named() throws Exception {
        posted(mixed(
                text("see the pictures"),
                file("photo.jpg", Handed.photograph("GPS 34.6N")),
                file("=?utf-8?B?" + base64("函.docx", UTF_8) + "?=", Handed.word(Map.of())),
                file("bomb.docx", Handed.word(Map.of("word/x.xml", new byte[60_000_000]))),
                file("winmail.dat", new byte[] {0x78, (byte) 0x9f, 0x3e, 0x22, 0, 1}),
                file("invoice.pdf", Handed.pdf("/OpenAction << /S /JavaScript /JS (x) >>"))));

        box.look();

        var files = complaints.attachments(theMatter().id());
        assertThat(files)
                .extracting(id -> attachments.open(id).orElseThrow().kind())
                .containsExactly(FileKind.JPEG, FileKind.DOCX);
        assertThat(attachments.open(files.get(1)).orElseThrow().name()).isEqualTo("函.docx");
        assertThat(new String(attachments.open(files.get(0)).orElseThrow().content(), ISO_8859_1))
                .doesNotContain("GPS");
        assertThat(said(theMatter()))
                .contains("see the pictures")
                .contains("[Attached and not kept: bomb.docx. Unpacked, the file is too large.]")
                .contains("not kept: winmail.dat. We take")
                .contains("not kept: invoice.pdf. The document contains a program");
    }

    @Test
    void a_letter_waits_in_its_box_for_as_long_as_its_files_cannot_be_scanned_and_keeps_no_other_back()
            throws Exception {
        posted(mixed(text("see the picture"), file("photo.png", Handed.picture("png", 9, 9))));
        posted((header("x") + "\r\nwithout a file").getBytes(UTF_8));
        try {
            SCANNER.answer = null;
            for (var visit = 0; visit < 10; visit++) {
                box.look();
            }
            assertThat(said(theMatter())).contains("without a file");
            assertThat(folder("INBOX")).isOne();
            assertThat(folder("Minyi.Aside")).isZero();
        } finally {
            SCANNER.answer = "stream: OK";
        }

        box.look();

        assertThat(matters()).hasSize(2);
        assertThat(folder("INBOX")).isZero();
    }

    @Test
    void what_is_infected_is_not_kept_and_the_letter_says_so() throws Exception {
        posted(mixed(text("see the picture"), file("photo.png", Handed.picture("png", 9, 9))));
        try {
            SCANNER.answer = "stream: Minyi.Harmless FOUND";
            box.look();
        } finally {
            SCANNER.answer = "stream: OK";
        }

        assertThat(complaints.attachments(theMatter().id())).isEmpty();
        assertThat(said(theMatter())).contains("[Attached and not kept: photo.png. The file carries a virus");
    }

    @Test
    void a_letter_of_html_alone_is_text_and_nothing_in_it_runs() throws Exception {
        posted(
                header("Hello") + "Content-Type: text/html; charset=utf-8\r\n\r\n"
                        + "<html><head><title>t</title><style>p{}</style></head><body><p>Two hours</p><p>at the "
                        + "counter<br>and nobody&nbsp;came.<script>alert(1)</script></p><img src=http://x/y.gif></body></html>");

        box.look();

        assertThat(said(theMatter())).isEqualTo("Hello\n\nTwo hours\nat the counter\nand nobody came.");
    }

    @ParameterizedTest
    @CsvSource({
        "'Content-Type: text/plain; charset=x-unknown', utf-8",
        "'Content-Type: text/plain; charset=iso-8859-1', GB18030",
        "'Content-Type: text/plain; charset=us-ascii', utf-8",
        "'X-Nothing: said', GB18030",
        "'Content-Type: text/plain; charset=\u0000', utf-8",
        "'Content-Type: text / plain ; ; charset', utf-8",
        "'Content-Type: multipart/mixed; boundary=nowhere', utf-8",
    })
    void whatever_a_letter_says_of_its_characters_it_can_be_read(String type, String charset) {
        var raw = Handed.joined(
                (header("x") + type + "\r\n\r\n").getBytes(ISO_8859_1),
                "没有人理我，等了两个小时".getBytes(Charset.forName(charset)));

        assertThat(desk.take(raw)).isEmpty();

        assertThat(said(theMatter())).contains("没有人理我，等了两个小时");
    }

    @Test
    void a_letter_with_broken_coding_is_taken_as_it_arrived() {
        assertThat(desk.take((header("=?utf-8?B?!!!?=")
                                + "Content-Type: text/plain\r\nContent-Transfer-Encoding: nonsense\r\n\r\nas it is")
                        .getBytes(ISO_8859_1)))
                .isEmpty();

        assertThat(said(theMatter())).contains("as it is");
    }

    @Test
    void a_long_letter_is_kept_whole_as_a_file() {
        var text = "跑了三趟。".repeat(2_000);
        take(header("long") + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text);

        assertThat(said(theMatter())).hasSizeLessThan(4_200).endsWith("all of it is in the file letter.txt.]");
        var whole = attachments
                .open(complaints.attachments(theMatter().id()).get(0))
                .orElseThrow();
        assertThat(new String(whole.content(), UTF_8)).isEqualTo("long\n\n" + text);
    }

    /** As a colleague of the accused might write, with the id of a mail that Minyi itself sent. */
    @Test
    void forged_headers_make_nobody_of_whoever_wrote() throws Exception {
        var known = citizens.enrol(List.of(new org.minyi.citizen.Told("王芳", "13912340000", false)))
                .get(0);
        posted(header("x")
                        .replace("Message-ID: <", "Message-ID: <" + UUID.randomUUID() + "@" + MailRoom.DOMAIN + "> <")
                        .replace(base64("王芳", UTF_8), base64("Reviewer One", UTF_8))
                + "Reply-To: victim@mail.example\r\nSender: director1@police.lanhe.example\r\nX-Original-From: a@b.c\r\n"
                + "Date: Mon, 1 Jan 1990 00:00:00 +0000\r\n\r\nforged");
        box.look();

        var matter = theMatter();
        assertThat(matter.person()).isNotEqualTo(known.person());
        assertThat(matter.raisedAt()).isAfter(clock.instant().minus(Duration.ofMinutes(5)));
        assertThat(matter.respondentUnit()).isNull();
        assertThat(sent())
                .extracting(one -> one.getAllRecipients()[0].toString())
                .containsExactly(writer);
    }

    @Test
    void the_same_person_writing_twice_is_two_strangers_and_two_matters() {
        take(header("one") + "\r\n1");
        take(header("two") + "\r\n2");

        var matters = matters();
        assertThat(matters).hasSize(2);
        assertThat(matters.get(0).person()).isNotEqualTo(matters.get(1).person());
    }

    @Test
    void a_letter_delivered_twice_or_read_again_after_a_crash_is_one_matter_and_one_answer() throws Exception {
        var raw = mixed(text("once"), file("a.txt", "one page".getBytes(UTF_8)));
        // Committed, and killed before it was put away.
        desk.take(raw);
        posted(raw);
        box.look();
        posted(Handed.joined("Received: by another server\r\nDelivered-To: x\r\n".getBytes(UTF_8), raw));
        box.look();

        assertThat(matters()).hasSize(1);
        assertThat(complaints.attachments(theMatter().id())).hasSize(1);
        assertThat(db.sql("select count(*) from mail").query(Integer.class).single())
                .isOne();
        assertThat(folder("Minyi.Taken")).isEqualTo(2);
    }

    @Test
    void whoever_takes_the_id_of_another_s_letter_keeps_none_from_being_read() {
        var first = header("x") + "\r\n1";
        take(first);
        take(first.replaceAll("1$", "2"));

        assertThat(matters()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "AUTOMATIC, 'Auto-Submitted: auto-replied'",
        "AUTOMATIC, 'Auto-Submitted: Auto-Generated'",
        "AUTOMATIC, 'X-Autoreply: yes'",
        "LIST, 'Precedence: bulk'",
        "LIST, 'List-Id: <news.example>'",
        "LIST, 'List-Unsubscribe: <mailto:x@y>'",
        "BOUNCE, 'Return-Path: <>'",
        "BOUNCE, 'Content-Type: multipart/report; report-type=delivery-status; boundary=x'",
    })
    void what_a_machine_wrote_is_set_aside_and_not_answered(Aside why, String line) throws Exception {
        posted(header("out of office") + line + "\r\n\r\nback on Monday");

        box.look();

        assertThat(matters()).isEmpty();
        assertThat(db.sql("select count(*) from mail").query(Integer.class).single())
                .isZero();
        assertThat(tables.asideSince(clock.instant().minus(Duration.ofHours(1))))
                .isEqualTo(Map.of(why, 1));
        assertThat(folder("Minyi.Aside")).isOne();
        assertThat(folder("INBOX")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "OURS, centre@police.lanhe.example",
        "OURS, BOUNCE+1@police.lanhe.example",
        "BOUNCE, MAILER-DAEMON@mx.example",
    })
    void what_says_it_is_from_us_or_from_a_server_is_set_aside(Aside why, String from) {
        assertThat(desk.take((header("x").replace(writer, from) + "\r\nx").getBytes(UTF_8)))
                .contains(why);
    }

    @ParameterizedTest
    @CsvSource({"'<noreply@mail.example>'", "'a@b.example, c@d.example'", "'not an address'", "'<x@y>'"})
    void a_letter_that_names_nobody_to_answer_is_a_matter_all_the_same(String from) {
        take(header("x").replaceFirst("From: .*", "From: " + from) + "\r\nwords");

        assertThat(said(theMatter())).endsWith("words");
        assertThat(mailboxes.of(theMatter().person())).isEmpty();
        assertThat(db.sql("select count(*) from mail").query(Integer.class).single())
                .isZero();
        assertThat(endings.answered(theMatter().id(), "triage1", words.keep(null, "no")))
                .as("told otherwise")
                .isFalse();
    }

    @Test
    void one_that_answers_every_answer_is_told_once_a_day_and_three_times_a_month() {
        for (int letter = 0; letter < 5; letter++) {
            take(header("letter " + letter) + "\r\nhello " + letter);
        }
        assertThat(acknowledged()).isOne();
        for (int day = 1; day <= 4; day++) {
            db.sql("update citizen.mailbox set acknowledged_at = acknowledged_at - interval '25 hours'")
                    .update();
            take(header("day " + day) + "\r\nhello");
        }

        assertThat(acknowledged()).isEqualTo(3);
        assertThat(matters()).as("and every letter is a matter").hasSize(9);
    }

    @Test
    void a_thousand_parts_or_parts_in_parts_are_set_aside() {
        var wide = new StringBuilder(header("x") + "Content-Type: multipart/mixed; boundary=b\r\n\r\n");
        wide.append("--b\r\n\r\nx\r\n".repeat(1_001)).append("--b--\r\n");
        assertThat(desk.take(wide.toString().getBytes(UTF_8))).contains(Aside.TANGLED);

        var deep = new StringBuilder(header("x"));
        for (int depth = 0; depth < 30; depth++) {
            deep.append("Content-Type: multipart/mixed; boundary=b%1$d\r\n\r\n--b%1$d\r\n".formatted(depth));
        }
        assertThat(desk.take(deep.append("\r\nx").toString().getBytes(UTF_8))).contains(Aside.TANGLED);
    }

    @Test
    void of_many_files_twenty_are_kept_and_the_rest_is_counted() {
        var parts = new ArrayList<String>();
        parts.add(text("many"));
        for (int at = 0; at < 23; at++) {
            parts.add(file(at + ".txt", ("page " + at).getBytes(UTF_8)));
        }
        take(new String(mixed(parts.toArray(String[]::new)), UTF_8));

        assertThat(complaints.attachments(theMatter().id())).hasSize(20);
        assertThat(said(theMatter())).endsWith("[There were 3 files more than we look at.]");
    }

    @Test
    void a_letter_of_more_than_twenty_five_megabytes_is_set_aside_unread() throws Exception {
        assertThat(desk.take(new byte[LetterReading.LARGEST + 1])).contains(Aside.TOO_LARGE);
        posted(Handed.joined(
                (header("x") + "\r\n").getBytes(UTF_8),
                "x".repeat(26_300_000).replaceAll("(.{70})", "$1\r\n").getBytes(UTF_8)));

        box.look();

        assertThat(matters()).isEmpty();
        assertThat(folder("Minyi.Aside")).isOne();
    }

    @Test
    void whoever_wrote_is_answered_by_mail_and_nothing_of_it_stands_in_the_outbox() throws Exception {
        take(header("x") + "\r\nTwo hours at the counter");
        var matter = theMatter();

        assertThat(endings.answered(matter.id(), "triage1", words.keep(null, "王芳, the counter opens at eight")))
                .isTrue();

        assertThat(db.sql("select string_agg(mail::text, ' ') from mail")
                        .query(String.class)
                        .single())
                .contains(matter.number())
                .doesNotContain(writer, "counter", "王芳");
        var arrived = sent();
        assertThat(arrived).hasSize(2);
        assertThat(arrived.get(0).getSubject()).contains(matter.number());
        assertThat(arrived.get(0).getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        var answer = content(arrived.get(1));
        assertThat(answer)
                .contains(matter.number(), "the counter opens at eight")
                .doesNotContain("王芳");
    }

    @Test
    void an_answer_that_comes_back_is_told_in_the_matter() {
        take(header("x") + "\r\nTwo hours at the counter");
        var mail = db.sql("select id from mail").query(UUID.class).single();

        transaction.executeWithoutResult(status -> events.publishEvent(new MailBounced(mail, "550 5.1.1")));

        assertThat(complaints.steps(theMatter().id()))
                .extracting(step -> step.step() + " " + step.outcome())
                .containsExactly("mail CAME_BACK");
    }

    @Test
    void whoever_was_forgotten_before_their_answer_left_is_not_written_to() {
        take(header("x") + "\r\nTwo hours at the counter");
        db.sql("update citizen.mailbox set address = null, address_hash = null where person_id = ?")
                .param(theMatter().person().value())
                .update();

        assertThat(sent()).isEmpty();
        assertThat(db.sql("select state || reason from mail")
                        .query(String.class)
                        .single())
                .isEqualTo("REFUSEDFORGOTTEN");
    }

    @Test
    void a_box_that_is_away_or_read_by_another_node_is_left_and_read_next_time() throws Exception {
        posted((header("x") + "\r\nwaits").getBytes(UTF_8));
        box(1).look();
        assertThat(tables.state().awaySince()).isNotNull();
        assertThat(tables.hold(clock.instant(), clock.instant().plusSeconds(60)))
                .isTrue();
        box.look();
        assertThat(matters()).isEmpty();

        db.sql("update letter_box set held_until = '-infinity'").update();
        box.look();

        assertThat(matters()).hasSize(1);
        assertThat(tables.state().awaySince()).isNull();
        assertThat(tables.state().readAt()).isNotNull();
    }

    @Test
    void of_a_flood_as_many_are_taken_as_may_come_within_an_hour_and_the_rest_waits_in_the_box() throws Exception {
        for (var letter = 0; letter < 4; letter++) {
            posted((header("x") + "\r\nflood").getBytes(UTF_8));
        }
        var narrow = box(server.getImap().getPort(), 3);
        narrow.look();
        narrow.look();
        assertThat(matters()).hasSize(3);

        db.sql("update letter_box set counted_from = counted_from - interval '1 hour'")
                .update();
        narrow.look();

        assertThat(matters()).hasSize(4);
    }

    private String header(String subject) {
        return "From: =?utf-8?B?%s?= <%s>\r\nTo: %s\r\nSubject: %s\r\nMessage-ID: <%s@mail.example>\r\nMIME-Version: 1.0\r\n"
                .formatted(base64("王芳", UTF_8), writer, BOX, subject, UUID.randomUUID());
    }

    private byte[] letter(String subject, String charset, String text, Charset written) {
        return Handed.joined(
                (header(subject) + "Content-Type: text/plain; charset=" + charset
                                + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n")
                        .getBytes(UTF_8),
                text.getBytes(written));
    }

    private byte[] mixed(String... parts) {
        return (header("files") + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                        + String.join("\r\n--b\r\n", parts) + "\r\n--b--\r\n")
                .getBytes(UTF_8);
    }

    private static String text(String text) {
        return "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text;
    }

    private static String file(String name, byte[] content) {
        return "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"" + name
                + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(content);
    }

    private static String base64(String text, Charset charset) {
        return Base64.getEncoder().encodeToString(text.getBytes(charset));
    }

    private void take(String raw) {
        assertThat(desk.take(raw.getBytes(UTF_8))).isEmpty();
    }

    private void posted(String raw) throws Exception {
        posted(raw.getBytes(UTF_8));
    }

    /** Over SMTP, as it is. */
    private void posted(byte[] raw) throws Exception {
        var session = Session.getInstance(new Properties());
        try (var transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", server.getSmtp().getPort(), null, null);
            Transport line = transport;
            line.sendMessage(
                    new MimeMessage(session, new ByteArrayInputStream(raw)),
                    new InternetAddress[] {new InternetAddress(BOX)});
        }
    }

    /** Every mail that leaves now, as it arrives at the writer's server. */
    private List<MimeMessage> sent() {
        var room = new MailRoom();
        try {
            var carrier = room.smtp(server.getSmtp().getPort());
            new MailDispatcher(
                            mails,
                            MailRoom.one(MailCarrier.class, () -> carrier),
                            MailRoom.one(MailParts.class, () -> mail -> List.<MailPart>of()),
                            unsealing,
                            settings,
                            transaction,
                            event -> {},
                            clock)
                    .runOnce();
        } finally {
            room.close();
        }
        return List.of(server.getReceivedMessagesForDomain(writer));
    }

    private static String content(MimeMessage mail) throws Exception {
        return ((jakarta.mail.Multipart) mail.getContent())
                .getBodyPart(0)
                .getContent()
                .toString();
    }

    private int acknowledged() {
        return db.sql("select count(*) from mail").query(Integer.class).single();
    }

    private List<Complaint> matters() {
        var ids = db.sql(
                        """
                        select c.id from complaint c join citizen.mailbox m on m.person_id = c.person_id
                         where c.channel = 'MAIL' and m.address_hash = (
                               select address_hash from citizen.mailbox order by id desc limit 1)
                         order by c.id
                        """)
                .query((row, at) -> new ComplaintId(row.getObject(1, UUID.class)))
                .list();
        return complaints.find(ids).stream()
                .filter(one -> mailboxes
                        .of(one.person())
                        .flatMap(mailboxes::address)
                        .filter(writer::equals)
                        .isPresent())
                .toList();
    }

    /** The one raised last. */
    private Complaint theMatter() {
        return complaints
                .find(db.sql("select id from complaint where channel = 'MAIL' order by id desc limit 1")
                        .query((row, at) -> new ComplaintId(row.getObject(1, UUID.class)))
                        .single())
                .orElseThrow();
    }

    private String said(Complaint matter) {
        assertThat(matter.channel()).isEqualTo(Channel.MAIL);
        return words.read(List.of(matter.words())).get(matter.words());
    }

    private int folder(String name) throws Exception {
        var user = server.getManagers().getUserManager().getUser("letters");
        MailFolder folder = name.equals("INBOX")
                ? server.getManagers().getImapHostManager().getInbox(user)
                : server.getManagers().getImapHostManager().getFolder(user, name);
        return folder == null ? 0 : folder.getMessageCount();
    }
}
