package org.minyi.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minyi.LoggedIn;
import org.minyi.MinyiTest;
import org.minyi.PlayedOrder;
import org.minyi.citizen.MatterWords;
import org.minyi.desk.Logins;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A leader supervises a matter: it is marked, and its unit answers until the leader is content. */
@MinyiTest
class OpinionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext minyi;

    @Autowired
    Opinions opinions;

    @Autowired
    Logins logins;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    List<MatterWords> rooms;

    private PlayedOrder order;

    @BeforeEach
    void a_matter_to_be_put_right() {
        SmallCity.standsIn(organisation, units);
        logins.give(List.of("director1", "leader1", "leader2", "reviewer1", "officer1", "auditor1"), "minyi");
        order = new PlayedOrder(minyi).toPutRight("ORDINARY", "60");
    }

    @Test
    void what_the_director_holds_the_leader_of_the_unit_answers_until_the_director_is_content() {
        opinions.raise("director1", order.matter, "The person waits since January: why?");

        assertThat(opinions.supervised(Set.of(order.matter, UUID.randomUUID()))).containsExactly(order.matter);
        assertThat(dossier("leader1", "answerOpinion").at("/matter/supervised").asBoolean())
                .isTrue();
        assertThat(dossier("leader1", "answerOpinion").toString()).contains("waits since January");
        assertThat(order.open()).as("the matter itself goes on").contains("rectify");
        assertThatThrownBy(() -> order.act("leader1", "answerOpinion")).hasStackTraceContaining("Say what you hold");
        order.act("leader1", order.waiting("answerOpinion"), "opinionAnswerWords", "we are short of people");
        order.act("director1", "acceptAnswer", "acceptDecision", "SENT_BACK", "acceptWords", "that is not an answer");
        order.act("leader1", "answerOpinion", "opinionAnswerWords", "a car goes there today");
        order.act("director1", "acceptAnswer", "acceptDecision", "ACCEPTED");

        assertThat(opinions.supervised(Set.of(order.matter))).isEmpty();
        var settled = opinions.about(order.matter).get(0);
        assertThat(settled.state()).isEqualTo(Opinion.State.SETTLED);
        assertThat(settled.answers()).extracting(Opinion.Answer::accepted).containsExactly(false, true);
        assertThat(rooms.stream().flatMap(room -> room.wordsAbout(List.of(order.matter)).stream()))
                .as("what was said is found when the person is forgotten")
                .contains(
                        settled.words(),
                        settled.answers().get(0).words(),
                        settled.answers().get(0).judgedWords());
        assertThat(dossier("officer1", "rectify").at("/timeline").findValuesAsText("title"))
                .contains(
                        "Supervised by a leader",
                        "The unit answered the leader",
                        "The leader is not content",
                        "The leader is content");
    }

    @Test
    void what_the_leader_of_a_sub_centre_holds_its_post_answers() {
        opinions.raise("leader1", order.matter, "Go there yourselves.");

        assertThat(order.offered(order.waiting("answerOpinion"), "officer1")).isTrue();
        assertThat(order.offered(order.waiting("answerOpinion"), "liaison1")).isFalse();
        order.act("officer1", "answerOpinion", "opinionAnswerWords", "we went");
        assertThat(order.offered(order.waiting("acceptAnswer"), "leader1")).isTrue();
    }

    @Test
    void what_the_director_holds_goes_along_when_another_unit_gets_the_matter() {
        var returned = new PlayedOrder(minyi).begun("ORDINARY", SmallCity.NORTH_POST, null);
        opinions.raise("director1", returned.matter, "The person waits since January: why?");
        var first = returned.waiting("answerOpinion");
        assertThat(returned.offered(first, "leader1")).isTrue();

        returned.act("liaison1", "signOrder", "signDecision", "RETURN", "signWords", "not our street");
        returned.act(
                "triage1",
                returned.waiting("redispatch"),
                "redispatchUnit",
                SmallCity.SOUTH.value(),
                "redispatchWords",
                "the south's");

        var second = returned.waiting("answerOpinion");
        assertThat(second.getId()).isNotEqualTo(first.getId());
        assertThat(returned.offered(second, "leader2")).isTrue();
        assertThat(returned.offered(second, "leader1")).isFalse();
        assertThat(opinions.about(returned.matter)).extracting(Opinion::unit).containsExactly(SmallCity.SOUTH);
        returned.act("leader2", "answerOpinion", "opinionAnswerWords", "a car goes there today");
        returned.act("liaison2", "signOrder", "signDecision", "RETURN", "signWords", "not ours either");
        returned.act(
                "reviewer1",
                returned.waiting("decideOwnership"),
                "executingUnit",
                SmallCity.NORTH_POST.value(),
                "ownershipWords",
                "it is the north's");
        returned.act("director1", "acceptAnswer", "acceptDecision", "SENT_BACK", "acceptWords", "no car was seen");
        assertThat(returned.offered(returned.waiting("answerOpinion"), "leader1"))
                .as("the answer was looked at while the matter went on to the next")
                .isTrue();
    }

    @Test
    void one_opinion_at_a_time_and_others_beside_it() {
        opinions.raise("director1", order.matter, "one");
        assertThat(opinions.mayRaise("director1", order.matter)).isFalse();
        assertThatThrownBy(() -> opinions.raise("director1", order.matter, "two"))
                .isInstanceOf(OpinionWaits.class);

        opinions.raise("leader1", order.matter, "mine");
        assertThat(order.all("answerOpinion")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leader2", "reviewer1", "officer1", "auditor1", "liaison1"})
    void whoever_leads_nothing_here_supervises_nothing(String somebody) {
        assertThat(opinions.mayRaise(somebody, order.matter)).isFalse();
        assertThatThrownBy(() -> opinions.raise(somebody, order.matter, "hear me"))
                .isInstanceOf(MayNotRaise.class);
        assertThatThrownBy(() -> opinions.raise(somebody, UUID.randomUUID(), "hear me"))
                .isInstanceOf(MayNotRaise.class);
    }

    @Test
    void nobody_supervises_a_matter_about_their_own_unit() {
        var theirs = new PlayedOrder(minyi).begun("ORDINARY", SmallCity.NORTH, null);

        assertThat(opinions.mayRaise("leader1", theirs.matter)).isFalse();
        assertThat(opinions.mayRaise("director1", theirs.matter)).isTrue();
    }

    @Test
    void it_is_raised_beside_the_dossier_and_refused_in_a_sentence() {
        assertThat(dossier("officer1", "rectify").hasNonNull("supervise")).isFalse();
        assertThat(matter("leader1").at("/supervise").asText()).isEqualTo(order.matter.toString());

        assertThat(post("leader1", Map.of("matter", order.matter, "words", " ")).statusCode())
                .isEqualTo(422);
        assertThat(post("reviewer1", Map.of("matter", order.matter, "words", "hear me"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("leader1", Map.of("matter", order.matter, "words", "go there"))
                        .statusCode())
                .isEqualTo(202);
        assertThat(json(post("leader1", Map.of("matter", order.matter, "words", "go there"))
                                .body())
                        .at("/detail")
                        .asText())
                .isEqualTo("Your opinion on this matter waits for its answer already.");
        assertThat(matter("leader1").hasNonNull("supervise")).isFalse();
        assertThat(cards("officer1", order.waiting("rectify").getId())
                        .at("/0/supervised")
                        .asBoolean())
                .isTrue();
    }

    private JsonNode dossier(String user, String step) {
        return get(user, "/dossier/api/tasks/" + order.waiting(step).getId());
    }

    private JsonNode matter(String user) {
        return get(user, "/board/api/matters/" + order.matter);
    }

    private JsonNode cards(String user, String task) {
        return get(user, "/dossier/api/cards?tasks=" + task);
    }

    private JsonNode get(String user, String path) {
        return json(in(user).get(path).body());
    }

    private HttpResponse<String> post(String user, Object body) {
        var session = in(user);
        return session.send(session.request("/opinion/api/opinions")
                .header("Content-Type", "application/json")
                .header("X-MINYI-CSRF", session.cookie("MINYI-CSRF").orElseThrow())
                .POST(HttpRequest.BodyPublishers.ofString(JSON.valueToTree(body).toString())));
    }

    private LoggedIn in(String user) {
        return LoggedIn.as(port, user, "minyi");
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(body, broken);
        }
    }
}
