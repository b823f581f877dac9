package org.minyi.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minyi.LoggedIn;
import org.minyi.MinyiTest;
import org.minyi.channel.mail.MailAccepted;
import org.minyi.channel.mail.MailBounced;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.Told;
import org.minyi.complaint.ComplaintId;
import org.minyi.desk.Logins;
import org.minyi.notice.Deliveries;
import org.minyi.notice.Kind;
import org.minyi.notice.NewNotice;
import org.minyi.notice.Notice;
import org.minyi.notice.NoticeId;
import org.minyi.notice.Notices;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.minyi.sight.Onlooker;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may open an official document, and what the dossier says of it. */
@MinyiTest
class OfficialDocumentsTest {

    @Autowired
    OfficialDocuments documents;

    @Autowired
    Notices notices;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @Autowired
    Citizens citizens;

    @Autowired
    Onlooker onlooker;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @LocalServerPort
    int port;

    private UUID matter;
    private Notice letter;
    private Notice aboutReviewer1;

    @BeforeEach
    void letters_in_two_matters() {
        SmallCity.standsIn(organisation, units);
        organisation.mail(SmallCity.NORTH, "north@police.lanhe.example");
        organisation.mail(SmallCity.SOUTH, "south@police.lanhe.example");
        matter = matter(SmallCity.NORTH, SmallCity.NORTH_POST, null);
        letter = notices.issue(
                NewNotice.of(Kind.SUPERVISION_NOTICE, SmallCity.NORTH, NewNotice.Matter.of(matter), 1, "LATE")
                        .copyTo(List.of(SmallCity.SOUTH)));
        var other = matter(SmallCity.SOUTH, null, "reviewer1");
        aboutReviewer1 = notices.issue(
                NewNotice.of(Kind.RESPONSIBILITY_VERDICT, SmallCity.SOUTH, NewNotice.Matter.of(other), 1, "CONFIRMED"));
    }

    /** A copy went to the south: its people read the letter, and not the matter. */
    @ParameterizedTest
    @CsvSource({
        "reviewer1, true,  false",
        "reviewer2, true,  true",
        "auditor1,  true,  true",
        "liaison1,  true,  false",
        "leader1,   true,  false",
        "officer1,  true,  false",
        "liaison2,  true,  true",
        "leader2,   true,  true",
        "officer2,  false, false",
        "owner1,    false, false",
        "admin1,    false, false",
        "nobody,    false, false",
        "'',        false, false",
    })
    void a_document_is_read_by_whoever_sees_the_matter_and_at_the_units_it_went_to(
            String viewer, boolean first, boolean second) {
        assertThat(documents.of(viewer, letter.id()).isPresent()).isEqualTo(first);
        assertThat(documents.of(viewer, aboutReviewer1.id()).isPresent()).isEqualTo(second);
        assertThat(onlooker.as(viewer, () -> notices.find(letter.id())).isPresent())
                .as("by the lock alone")
                .isEqualTo(first);
        assertThat(onlooker.as(viewer, () -> deliveries.of(aboutReviewer1.id())).isEmpty())
                .as("by the lock alone")
                .isEqualTo(!second);
        if (viewer.equals("liaison2")) {
            assertThat(dossiers.of(viewer, new ComplaintId(matter), Locale.ENGLISH))
                    .isEmpty();
        }
    }

    @Test
    void there_is_no_document_of_an_unknown_id() {
        assertThat(documents.of("reviewer2", new NoticeId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void whom_a_document_s_matter_is_from_is_in_no_column_that_people_read() {
        for (var forbidden : List.of(
                "select person_id from notice",
                "select * from notice",
                "select * from notice_words",
                "select * from notice_fact",
                "select * from mail")) {
            assertThatThrownBy(() -> onlooker.as(
                            "auditor1", () -> db.sql(forbidden).query().listOfRows()))
                    .as(forbidden)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void it_opens_in_the_browser_always_the_same_and_every_reading_is_evidence() throws Exception {
        logins.give(List.of("leader1", "officer2"), "minyi");
        var leader = LoggedIn.as(port, "leader1", "minyi");
        var path = "/board/api/documents/" + letter.id();

        var answer = leader.get(path);
        var again = leader.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("inline; ")
                .contains("filename*=UTF-8''%E7%9D%A3%E5%8A%9E");
        assertThat(again.body()).isEqualTo(answer.body());
        var bytes = documents.of("leader1", letter.id()).orElseThrow().pdf();
        try (var pdf = Loader.loadPDF(bytes)) {
            assertThat(pdf.getNumberOfPages()).isOne();
        }
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(answer.body());
        assertThat(db.sql("select count(*) from audit.fact where deed = 'DOSSIER_READ' and by_whom = 'leader1'"
                                + " and matter_id = :matter and told::jsonb ->> 'notice' = :notice")
                        .param("matter", matter)
                        .param("notice", letter.id().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);

        assertThat(LoggedIn.as(port, "officer2", "minyi").get(path).statusCode())
                .isEqualTo(404);
        assertThat(LoggedIn.nobody(port).get(path).statusCode()).isIn(302, 303, 401);
    }

    @Test
    void the_story_leads_to_the_document_and_says_how_its_service_stands() {
        assertThat(told(Locale.ENGLISH)).isEqualTo("Not sent yet\nCopy to one unit: 0 sent, 0 undelivered");

        var mails = deliveries.of(letter.id());
        mails.forEach(
                one -> transaction.executeWithoutResult(status -> events.publishEvent(new MailAccepted(one.mail()))));
        assertThat(told(Locale.ENGLISH)).matches("Sent on 2\\d{3}-\\d\\d-\\d\\d, the receipt is not confirmed yet\n.*");
        assertThat(told(Locale.CHINESE)).contains("已发出，尚未签收\n抄送 1 个单位：已发 1，未送达 0");

        transaction.executeWithoutResult(
                status -> events.publishEvent(new MailBounced(mails.get(0).mail(), "550 5.1.1")));
        assertThat(told(Locale.ENGLISH)).contains("Came back undelivered on 2", "(550 5.1.1): to be served otherwise");

        deliveries.confirm(letter.id(), "liaison1");
        assertThat(told(Locale.ENGLISH)).startsWith("Receipt confirmed by Liaison North on 2");
        assertThat(entry(Locale.ENGLISH).document()).isEqualTo(letter.id().value());
        assertThat(entry(Locale.ENGLISH).title())
                .isEqualTo("Supervision notice no. %d of %d".formatted(letter.number(), letter.year()));
    }

    private String told(Locale reader) {
        return entry(reader).text();
    }

    private Dossier.Entry entry(Locale reader) {
        return dossiers.of("reviewer2", new ComplaintId(matter), reader).orElseThrow().timeline().stream()
                .filter(one -> one.kind().equals("LETTER"))
                .findFirst()
                .orElseThrow();
    }

    private UUID matter(UnitCode handling, UnitCode executing, String respondent) {
        var id = UUID.randomUUID();
        var person = citizens.enrol(List.of(new Told("欧阳明月", null, false)))
                .get(0)
                .person()
                .value();
        db.sql(
                        """
                        insert into complaint (id, number, title, channel, kind, person_id, respondent_officer, raised_at, raised_by)
                        values (:id, :number, 'Household registration', 'HOTLINE', 'COMPLAINT', :person, :respondent, now(), 'caller1')
                        """)
                .param("id", id)
                .param("number", id.toString())
                .param("person", person)
                .param("respondent", respondent)
                .update();
        db.sql(
                        """
                        insert into work_order (id, complaint_id, number, person_id, category, severity, respondent_officer,
                                                handling_unit, executing_unit, state, opened_at)
                        values (gen_random_uuid(), :id, :number, :person, 'DELAY', 'ORDINARY', :respondent,
                                :handling, :executing, 'OPENED', now())
                        """)
                .param("id", id)
                .param("number", id.toString())
                .param("person", person)
                .param("respondent", respondent)
                .param("handling", handling.value())
                .param("executing", executing == null ? null : executing.value())
                .update();
        return id;
    }
}
