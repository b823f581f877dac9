package org.minyi.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minyi.LoggedIn;
import org.minyi.MinyiTest;
import org.minyi.citizen.AttachmentId;
import org.minyi.citizen.FileKind;
import org.minyi.citizen.upload.UploadAnswer;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.HandIn;
import org.minyi.complaint.HandInAnswer;
import org.minyi.complaint.HandedIn;
import org.minyi.desk.Logins;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.minyi.sight.Onlooker;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may open what a citizen handed in, and how it is given out. */
@MinyiTest
class HandedInFilesTest {

    @Autowired
    HandedInFiles files;

    @Autowired
    HandIn handIn;

    @Autowired
    Complaints complaints;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @Autowired
    Onlooker onlooker;

    @Autowired
    JdbcClient db;

    @LocalServerPort
    int port;

    private ComplaintId matter;
    private AttachmentId ofTheNorth;
    private AttachmentId ofReviewer1;

    @BeforeEach
    void two_matters_with_files() {
        SmallCity.standsIn(organisation, units);
        matter = handedIn(SmallCity.NORTH_POST.value(), null);
        ofTheNorth = complaints.attachments(matter).get(0);
        ofReviewer1 = complaints
                .attachments(handedIn(SmallCity.CENTRE.value(), "reviewer1"))
                .get(0);
        db.sql(
                        """
                        insert into work_order (id, complaint_id, number, person_id, category, severity, handling_unit,
                                                executing_unit, state, opened_at)
                        select id, id, number, person_id, 'DELAY', 'ORDINARY', :handling, :executing, 'OPENED', now()
                          from complaint where id = :id
                        """)
                .param("id", matter.value())
                .param("handling", SmallCity.NORTH.value())
                .param("executing", SmallCity.NORTH_POST.value())
                .update();
    }

    /** The north has the matter in hand and sees it; whom it is from it does not learn, and a picture would tell. */
    @ParameterizedTest
    @CsvSource({
        "reviewer1,  true,  false",
        "reviewer2,  true,  false",
        "inspector1, true,  true",
        "auditor1,   true,  true",
        "liaison1,   false, false",
        "leader1,    false, false",
        "officer1,   false, false",
        "liaison2,   false, false",
        "owner1,     false, false",
        "admin1,     false, false",
        "nobody,     false, false",
        "'',         false, false",
    })
    void a_file_is_opened_by_whoever_sees_the_matter_and_may_learn_whom_it_is_from(
            String viewer, boolean first, boolean second) {
        assertThat(files.open(viewer, ofTheNorth).isPresent()).isEqualTo(first);
        assertThat(files.open(viewer, ofReviewer1).isPresent()).isEqualTo(second);
        assertThat(onlooker.as(viewer, () -> complaints.handedInWith(ofTheNorth))
                        .isPresent())
                .as("by the lock alone")
                .isEqualTo(first);
        assertThat(onlooker.as(viewer, () -> complaints.handedInWith(ofReviewer1))
                        .isPresent())
                .as("by the lock alone")
                .isEqualTo(second);
    }

    @Test
    void the_story_leads_the_centre_to_the_files_and_the_unit_to_none() {
        var shown = raised("reviewer2", Locale.ENGLISH).files();

        assertThat(shown)
                .extracting(Dossier.File::title)
                .containsExactly("Attachment 1 (TEXT, 1 KB)", "Attachment 2 (PNG, 2 KB)");
        assertThat(shown.get(0).id()).isEqualTo(ofTheNorth.value());
        assertThat(raised("reviewer2", Locale.CHINESE).files().get(1).title()).isEqualTo("附件2（PNG，2 KB）");
        assertThat(raised("leader1", Locale.ENGLISH).files()).isEmpty();
    }

    @Test
    void it_is_given_out_as_a_file_to_save_in_a_box_of_its_own_and_every_reading_is_evidence() throws Exception {
        logins.give(List.of("reviewer2", "leader1"), "minyi");
        var reviewer = LoggedIn.as(port, "reviewer2", "minyi");
        var path = "/board/api/attachments/" + ofTheNorth;

        var answer = reviewer.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("<b>two hours at the counter</b>");
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("text/plain;charset=UTF-8");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; sandbox");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; ")
                .contains("filename*=UTF-8''%E6%B4%9B");
        assertThat(db.sql("select count(*) from audit.fact where deed = 'DOSSIER_READ' and by_whom = 'reviewer2'"
                                + " and matter_id = :matter and told::jsonb ->> 'file' = :file")
                        .param("matter", matter.value())
                        .param("file", ofTheNorth.toString())
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(LoggedIn.as(port, "leader1", "minyi").get(path).statusCode()).isEqualTo(404);
        assertThat(reviewer.get("/board/api/attachments/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(LoggedIn.nobody(port).get(path).statusCode()).isIn(302, 303, 401);
    }

    private Dossier.Entry raised(String viewer, Locale reader) {
        return dossiers.of(viewer, matter, reader).orElseThrow().timeline().stream()
                .filter(one -> one.title().equals(reader.equals(Locale.CHINESE) ? "互联网提出" : "Raised on the Internet"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(dossiers.of(viewer, matter, reader)
                        .orElseThrow()
                        .timeline()
                        .toString()));
    }

    private ComplaintId handedIn(String unit, String officer) {
        var told = new HandedIn(
                UUID.randomUUID().toString(), "WEB", null, "欧阳明月", null, false, null, unit, officer, null, "跑了三趟");
        var answer = handIn.take(
                told,
                List.of(
                        new UploadAnswer.Accepted(
                                "洛河.txt", FileKind.TEXT, "<b>two hours at the counter</b>".getBytes(UTF_8)),
                        new UploadAnswer.Accepted("counter.png", FileKind.PNG, new byte[1_500])));
        assertThat(handIn.take(told))
                .as("once")
                .isEqualTo(new HandInAnswer.Taken(((HandInAnswer.Taken) answer).matter(), false));
        return ((HandInAnswer.Taken) answer).matter().id();
    }
}
