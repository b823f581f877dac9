package org.minyi.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.Hands;
import org.minyi.channel.phone.CallNews;
import org.minyi.channel.phone.CallNews.What;
import org.minyi.channel.phone.Hotline;
import org.minyi.channel.phone.PhoneRoom;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.Complaints;
import org.minyi.desk.Logins;
import org.minyi.history.PlayedMatter;
import org.minyi.organisation.Member;
import org.minyi.organisation.SmallCity;
import org.minyi.sight.Onlooker;
import org.minyi.sight.Sights;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;

/** What officers say on the police hotline: who finds it, in every place where matters are found. */
@Import(PlayedMatter.class)
class ConfidenceTest extends PhoneRoom {

    private static final Set<String> READ_HISTORY =
            Set.of("director1", "inspector1", "auditor1", "liaison1", "leader1", "leader2", "officer1");

    @Autowired
    TestRestTemplate http;

    @Autowired
    Logins logins;

    @Autowired
    Complaints complaints;

    @Autowired
    Sights sights;

    @Autowired
    Onlooker onlooker;

    @Autowired
    PlayedMatter play;

    @Autowired
    Clock clock;

    private Complaint matter;
    private PlayedMatter.Played played;

    @BeforeEach
    void an_officer_speaks_and_caller1_takes_it_down() {
        logins.give(SmallCity.members().stream().map(Member::userId).toList(), "minyi");
        var call = "c-" + UUID.randomUUID();
        var at = clock.instant();
        calls.tell(CallNews.of("north", call, What.CALLED, at).to(Hotline.POLICE, "13900000120"));
        calls.tell(CallNews.of("north", call, What.ANSWERED, at.plusSeconds(3)).at("8001"));
        var task = as("caller1")
                .getForObject("/hotline/api/call", JsonNode.class)
                .at("/task/task")
                .asText();
        new Hands(http)
                .submits(
                        "caller1",
                        task,
                        Hands.fields(
                                "wordKind",
                                "MATTER",
                                "kind",
                                "COMPLAINT",
                                "officerNamed",
                                "UNNAMED",
                                "complaintWords",
                                "值班不给补休"));
        var phone = came("north", call).orElseThrow();
        matter = complaints.find(Channel.POLICE_HOTLINE, "call-" + phone.id()).orElseThrow();
        played = play.raised(http, matter.id().value());
    }

    @Test
    void at_the_centre_only_who_took_the_call_and_who_receives_leads_or_inspects_finds_it() {
        assertThat(Stream.of("caller1", "triage1", "director1", "inspector1", "auditor1"))
                .allSatisfy(viewer -> assertThat(found(viewer)).as(viewer).isEqualTo("everywhere"));
        assertThat(Stream.of("reviewer1", "reviewer2", "liaison1", "leader1", "officer1", "admin1", "owner1"))
                .allSatisfy(viewer -> assertThat(found(viewer)).as(viewer).isEqualTo("nowhere"));
    }

    @Test
    void a_reviewer_finds_it_while_it_lies_at_their_desk_and_whoever_decided_ever_after() {
        untilConfirmed();
        assertThat(found("reviewer1")).as("it lies at the reviewers' desk").isEqualTo("everywhere");
        assertThat(found("reviewer2")).isEqualTo("everywhere");

        played.does("reviewer1", "confirmResponsibility", "confirmation", "CONFIRMED");
        assertThat(found("reviewer2"))
                .as("a document about it lies at their desk")
                .isEqualTo("everywhere");
        played.does(
                "reviewer1",
                "serveOtherwise",
                "serveHow",
                "BY_HAND",
                "serveDate",
                LocalDate.now(clock).toString(),
                "serveWords",
                "handed over");

        assertThat(found("reviewer1")).as("who had it").isEqualTo("everywhere");
        assertThat(found("reviewer2")).isEqualTo("nowhere");
    }

    @Test
    void the_unit_with_the_order_finds_it_and_the_one_complained_about_no_longer_than_its_task_lies_there() {
        untilConfirmed();
        assertThat(found("liaison1")).isEqualTo("everywhere");
        assertThat(found("leader1")).isEqualTo("everywhere");
        assertThat(found("leader2")).isEqualTo("nowhere");
        assertThat(found("officer1"))
                .as("its post has the order and is what it is about")
                .isEqualTo("nowhere");

        played.does("reviewer1", "confirmResponsibility", "confirmation", "CONFIRMED");
        assertThat(found("officer1")).as("to put it right").isEqualTo("everywhere");
        played.does("officer1", "rectify", "rectifyWords", "regretted");
        assertThat(found("officer1")).as("it is done").isEqualTo("nowhere");
        assertThat(found("leader1")).as("who looks at it").isEqualTo("everywhere");
    }

    @Test
    void when_the_centre_itself_is_complained_about_inspector_and_auditor_alone_are_left() {
        db.sql("update complaint set respondent_unit = :centre where id = :id")
                .param("centre", SmallCity.CENTRE.value())
                .param("id", matter.id().value())
                .update();

        assertThat(found("inspector1")).isEqualTo("everywhere");
        assertThat(found("auditor1")).isEqualTo("everywhere");
        assertThat(found("director1")).isEqualTo("nowhere");
        assertThat(found("caller1")).as("also who took it").isEqualTo("nowhere");
        assertThat(found("triage1")).as("whose task it is now").isEqualTo("everywhere");
    }

    @Test
    void whoever_does_not_see_it_finds_nothing_of_it_behind_the_lock_either() {
        triaged();
        for (var table : List.of(
                "complaint where id",
                "complaint_step where complaint_id",
                "work_order where complaint_id",
                "deadline where matter_id",
                "phone_call where matter_id")) {
            assertThat(rows("reviewer2", table)).as(table).isZero();
            assertThat(rows("triage1", table)).as(table).isPositive();
        }
        assertThat(rows("reviewer2", "public.act_hi_procinst where business_key_ = :matter::text and :matter"))
                .isZero();
        assertThat(rows("triage1", "public.act_hi_procinst where business_key_ = :matter::text and :matter"))
                .isOne();
        assertThat(sights.knowsWho("reviewer2", matter.id().value())).isFalse();
        assertThat(sights.mayAskWho("reviewer2", matter.id().value())).isFalse();
        assertThat(sights.hidden("reviewer2", List.of(matter.id().value()))).hasSize(1);
        assertThat(sights.keptApart("reviewer2", matter.person()))
                .contains(matter.id().value());
        assertThat(sights.keptApart("triage1", matter.person())).isEmpty();
    }

    @Test
    void the_call_itself_is_in_nobody_elses_history() {
        var call = "public.act_hi_procinst where proc_def_key_ = 'police-hotline' and business_key_ = ("
                + "select id::text from minyi.phone_call where matter_id = :matter) and :matter";
        assertThat(rows("reviewer1", call)).isZero();
        assertThat(rows("caller1", call)).isOne();
        assertThat(rows("auditor1", call)).isOne();
    }

    private void triaged() {
        played.does(
                "triage1",
                "triage",
                "jurisdiction",
                "OURS",
                "category",
                "DELAY",
                "severity",
                "ORDINARY",
                "respondentUnit",
                SmallCity.NORTH_POST.value(),
                "triageWords",
                "ours");
    }

    private void untilConfirmed() {
        triaged();
        played.does("liaison1", "signOrder", "signDecision", "ASSIGN", "executingUnit", SmallCity.NORTH_POST.value());
        played.does("liaison1", "verifyFacts", "verdict", "FOUNDED", "verifyWords", "so it was");
        played.does("leader1", "proposeResponsibility", "score", "60", "proposeWords", "late");
    }

    /** In the history read those alone who look over others' work; "everywhere" and "nowhere", or the places. */
    private String found(String viewer) {
        var id = matter.id().value();
        var inHistory = READ_HISTORY.contains(viewer)
                ? List.of(
                        text(viewer, "/history/api/instances?number=" + matter.number())
                                .contains(matter.number()),
                        text(viewer, "/history/api/instances.csv?number=" + matter.number())
                                .contains(matter.number()))
                : List.<Boolean>of();
        var places = new ArrayList<>(inHistory);
        places.addAll(List.of(
                sights.sees(viewer, id),
                rows(viewer, "complaint where id") == 1,
                text(viewer, "/board/api/matters?number=" + matter.number()).contains(matter.number()),
                as(viewer)
                        .getForEntity("/board/api/matters/" + id, String.class)
                        .getStatusCode()
                        .equals(HttpStatus.OK)));
        if (Set.copyOf(places).size() == 1) {
            return places.get(0) ? "everywhere" : "nowhere";
        }
        return "history, export, predicate, lock, list, dossier: " + places;
    }

    private int rows(String viewer, String where) {
        return onlooker.as(viewer, () -> db.sql("select count(*) from " + where + " = :matter")
                .param("matter", matter.id().value())
                .query(Integer.class)
                .single());
    }

    private String text(String viewer, String path) {
        return String.valueOf(as(viewer).getForEntity(path, String.class).getBody());
    }

    private TestRestTemplate as(String user) {
        return http.withBasicAuth(user, "minyi");
    }
}
