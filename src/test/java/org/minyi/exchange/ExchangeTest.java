package org.minyi.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.minyi.LoggedIn;
import org.minyi.MinyiTest;
import org.minyi.MovableClock;
import org.minyi.PlayedOrder;
import org.minyi.channel.sms.IncomingSms;
import org.minyi.channel.sms.OperatorInbox;
import org.minyi.citizen.MatterWords;
import org.minyi.citizen.WordsBook;
import org.minyi.citizen.WordsId;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.Complaints;
import org.minyi.desk.Logins;
import org.minyi.extension.Asking;
import org.minyi.extension.Kind;
import org.minyi.extension.PauseReason;
import org.minyi.extension.Wanted;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.minyi.question.Questions;
import org.minyi.question.Replies;
import org.minyi.question.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole room over a real database and real sockets, with an exchange on the other side that is not ours. */
@MinyiTest
@Import(MovableClock.InPlaceOfTheClock.class)
@ExtendWith(OutputCaptureExtension.class)
class ExchangeTest {

    private static final CityHotline CITY = new CityHotline();
    private static int people;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext minyi;

    @Autowired
    MovableClock clock;

    @Autowired
    IncomingRound incoming;

    @Autowired
    Peers peers;

    @Autowired
    Exchanged exchanged;

    @Autowired
    Complaints complaints;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService jobs;

    @Autowired
    WordsBook book;

    @Autowired
    List<MatterWords> rooms;

    @Autowired
    Logins logins;

    @Autowired
    JdbcTemplate database;

    private OutgoingRound outgoing;
    private final String reference = "GD-" + UUID.randomUUID().toString().substring(0, 8);
    private final String phone = "1370001%04d".formatted(++people);

    @DynamicPropertySource
    static void theCity(DynamicPropertyRegistry settings) {
        settings.add("minyi.exchange.peers.city.channel", () -> "12345");
        settings.add("minyi.exchange.peers.city.url", CITY::address);
        settings.add(
                "minyi.exchange.peers.city.incoming-keys", () -> CityHotline.THEIRS_NEXT + "," + CityHotline.THEIRS);
        settings.add("minyi.exchange.peers.city.outgoing-keys", () -> CityHotline.OURS);
        settings.add("minyi.exchange.tries", () -> "3");
    }

    @BeforeEach
    void aSmallCity(@Autowired Organisation organisation, @Autowired Units units) {
        SmallCity.standsIn(organisation, units);
        logins.give(List.of("triage1", "leader1", "officer1"), "minyi");
        CITY.forget();
        database.update("update exchange_out set state = 'IGNORED' where state in ('WAITING', 'SENDING')");
        outgoing = minyi.getAutowireCapableBeanFactory().createBean(OutgoingRound.class);
        CITY.clock = clock;
        CITY.complaints.clear();
    }

    @AfterEach
    void nothingWasUnsigned() {
        assertThat(CITY.complaints).isEmpty();
        clock.reset();
    }

    // --- the door

    @Test
    void what_the_exchange_hands_over_becomes_a_matter_of_its_channel_and_is_evidence() {
        assertThat(handOver().to(port).statusCode()).isEqualTo(200);
        assertThat(complaints.find(Channel.CITY_12345, reference))
                .as("stored first, applied afterwards")
                .isEmpty();

        incoming.runOnce();

        var matter = matter();
        assertThat(matter.respondentUnit()).isEqualTo(SmallCity.NORTH_POST);
        assertThat(book.read(List.of(matter.words()))).containsValue("nobody came for two hours");
        assertThat(exchanged.origin(matter.id().value()))
                .contains(new Exchanged.Origin("city", reference, null, false));
        assertThat(exchanged.about(matter.id().value())).singleElement().satisfies(letter -> {
            assertThat(letter.kind()).isEqualTo(MessageKind.HAND_OVER);
            assertThat(letter.state()).isEqualTo(Letter.State.DONE);
        });
        assertThat(database.queryForObject(
                        "select count(*) from audit.fact where deed = 'EXCHANGE_RECEIVED' and matter_id = ?",
                        Integer.class,
                        matter.id().value()))
                .isEqualTo(1);
    }

    @Test
    void what_is_not_proved_now_is_not_taken() {
        var altered = handOver();
        altered.sent = altered.body.replace("two hours", "six hours");

        assertThat(altered.to(port).statusCode()).isEqualTo(401);
        assertThat(handOver().old(301).to(port).statusCode()).isEqualTo(401);
        assertThat(handOver().old(-301).to(port).statusCode()).isEqualTo(401);
        assertThat(handOver().signedWith(CityHotline.OURS).to(port).statusCode())
                .as("what we said ourselves, sent back to us")
                .isEqualTo(401);
        assertThat(handOver().to(port, "nobody").statusCode()).isEqualTo(401);

        incoming.runOnce();
        assertThat(complaints.find(Channel.CITY_12345, reference)).isEmpty();
        assertThat(kept()).isZero();
    }

    @Test
    void while_its_key_is_exchanged_both_are_believed() {
        assertThat(handOver().signedWith(CityHotline.THEIRS_NEXT).to(port).statusCode())
                .isEqualTo(200);
        assertThat(said("no-callback", 2, Map.of())
                        .signedWith(CityHotline.THEIRS)
                        .to(port)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_comes_twice_is_taken_once_and_another_under_its_id_is_refused() {
        var first = handOver();
        assertThat(first.to(port).body()).contains("stored");
        assertThat(first.to(port).body())
                .as("the answer was lost, and it comes again")
                .contains("known");
        incoming.runOnce();
        assertThat(first.to(port).body()).contains("known");

        var other = handOver();
        other.id = first.id;
        other.body = other.body.replaceFirst("\"id\":\"[^\"]+\"", "\"id\":\"" + first.id + "\"");
        assertThat(other.to(port).statusCode()).isEqualTo(409);
        assertThat(said("no-callback", 2, Map.of()).to(port).statusCode()).isEqualTo(200);
        assertThat(said("no-callback", 2, Map.of()).to(port).statusCode())
                .as("another message with its number")
                .isEqualTo(409);

        incoming.runOnce();
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void what_is_wrong_is_said_field_by_field_and_nothing_of_the_person_is_repeated() {
        var bad = CITY.message(
                "hand-over",
                reference,
                1,
                Map.of("name", "王小明", "phone", "13" + "x", "unit", "990199990000", "wordz", "x", "words", "x"));
        assertThat(bad.to(port).statusCode()).isEqualTo(422);
        assertThat(bad.to(port).body()).contains("body.wordz").doesNotContain("王小明");

        var unit = CITY.message("hand-over", reference, 1, Map.of("name", "王小明", "unit", "990199990000", "words", "x"));
        assertThat(unit.to(port).body()).contains("body.unit", "990199990000").doesNotContain("王小明");

        assertThat(said("no-callback", 1, Map.of()).to(port).body()).contains("sequence");
        assertThat(said("accept", 2, Map.of()).to(port).body()).contains("kind");
        assertThat(said("supervision-opinion", 2, Map.of()).to(port).body()).contains("body.words");
        var noJson = handOver();
        noJson.body = "{";
        assertThat(noJson.to(port).statusCode()).isEqualTo(400);
        var text = handOver();
        text.type = "text/plain";
        assertThat(text.to(port).statusCode()).isEqualTo(415);
        var huge = handOver();
        huge.body = "\"" + "x".repeat(70_000) + "\"";
        assertThat(huge.to(port).statusCode()).isEqualTo(413);
        assertThat(kept()).isZero();
    }

    @Test
    void every_example_of_the_contract_is_taken_at_the_door() {
        var next = 2;
        for (var kind : MessageKind.values()) {
            var example = ExchangeContractTest.read().at("/components/schemas/" + kind.code() + "/examples/0/body");
            var told = new ObjectMapper().convertValue(example, Map.class);
            var sequence = kind == MessageKind.HAND_OVER ? 1 : next++;
            @SuppressWarnings("unchecked")
            var answer = CITY.message(kind.code(), reference, sequence, (Map<String, ?>) told)
                    .to(port);
            assertThat(answer.statusCode()).as(kind + answer.body()).isEqualTo(kind.travels(Way.IN) ? 200 : 422);
        }
    }

    // --- in order

    @Test
    void whatever_order_it_comes_in_it_is_applied_in_the_senders() {
        said("extension-verdict", 3, Map.of("verdict", "GRANTED", "dueBy", "2031-01-02T10:00:00+08:00"))
                .to(port);
        said("no-callback", 2, Map.of("words", "by letter, please")).to(port);
        incoming.runOnce();
        assertThat(states()).containsExactly("WAITING", "WAITING");

        handOver().to(port);
        incoming.runOnce();

        assertThat(states()).containsExactly("APPLIED", "APPLIED", "APPLIED");
        var origin = exchanged.origin(matter().id().value()).orElseThrow();
        assertThat(origin.noCallback()).isTrue();
        assertThat(origin.dueAt()).isEqualTo("2031-01-02T02:00:00Z");
        assertThat(dossier("triage1").toString())
                .contains(
                        "The person does not want to be called",
                        "by letter, please",
                        "The exchange wants its answer by");
    }

    @Test
    void what_waits_too_long_for_one_before_it_comes_to_a_person_and_goes_on_when_they_say_so() {
        handOver().to(port);
        said("no-callback", 3, Map.of()).to(port);
        said("extension-verdict", 4, Map.of("verdict", "GRANTED")).to(port);
        incoming.runOnce();
        assertThat(letters()).isEmpty();

        clock.move(Duration.ofMinutes(31));
        incoming.runOnce();
        incoming.runOnce();
        assertThat(states()).containsExactly("APPLIED", "DEAD", "WAITING");
        assertThat(letters()).as("one task, however many wait behind it").hasSize(1);
        assertThat(variables(letters().get(0)))
                .containsEntry("letterReason", "GAP")
                .containsEntry("letterKind", "NO_CALLBACK");

        decide("AGAIN", null);
        incoming.runOnce();
        assertThat(states()).containsExactly("APPLIED", "APPLIED", "APPLIED");

        said("no-callback", 2, Map.of()).to(port);
        incoming.runOnce();
        assertThat(variables(letters().get(0))).containsEntry("letterReason", "TOO_LATE");
        decide("IGNORED", "it says nothing new");
        assertThat(states()).containsExactly("APPLIED", "IGNORED", "APPLIED", "APPLIED");
    }

    @Test
    void a_message_that_cannot_be_applied_is_tried_again_and_then_comes_to_a_person() {
        var handed = handOver();
        handed.to(port);
        // A business goes between the door and the desk, with it everything that was checked.
        database.update(
                "update exchange_in set body_id = ? where reference = ?",
                book.keep(null, "{\"id\":\"x\"}").value(),
                reference);

        for (var round = 0; round < 3; round++) {
            incoming.runOnce();
            clock.move(Duration.ofHours(1));
        }

        assertThat(states()).containsExactly("DEAD");
        var letter = letters().get(0);
        assertThat(variables(letter)).containsEntry("letterReason", "FAILED").containsEntry("letterPeer", "city");
        assertThatThrownBy(() -> decide("BY_TELEPHONE", null)).hasStackTraceContaining("Say what was agreed");
        decide("BY_TELEPHONE", "they hand it over once more, under another number");
        assertThat(states()).containsExactly("BY_TELEPHONE");
        said("no-callback", 2, Map.of()).to(port);
        incoming.runOnce();
        assertThat(variables(letters().get(0))).as("there is no matter").containsEntry("letterReason", "NO_MATTER");
    }

    // --- what leaves

    @Test
    void the_peer_hears_each_step_in_order_from_acceptance_to_closing() {
        var order = accepted();
        order.act("liaison1", "signOrder", "signDecision", "ASSIGN", "executingUnit", SmallCity.NORTH_POST.value());
        order.judged("FOUNDED", "60");
        order.putRight();
        say(said("supervision-opinion", 2, Map.of("words", "The mayor asks why it took so long.")));
        order.act("leader1", "answerOpinion", "opinionAnswerWords", "we were short of people, 王小明 was told");
        order.act("reviewer1", "acceptAnswer", "acceptDecision", "ACCEPTED");
        reply(order, "1");
        send();

        assertThat(CITY.kindsAbout(reference))
                .containsExactly(
                        "accept",
                        "re-assign",
                        "re-assign",
                        "result",
                        "supervision-answer",
                        "call-back-result",
                        "close");
        var heard = CITY.about(reference);
        assertThat(heard).extracting(one -> one.path("sequence").asInt()).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(heard)
                .allSatisfy(one -> assertThat(one.path("number").asText()).isEqualTo(order.number));
        assertThat(heard.get(1).at("/body/unit").asText()).isEqualTo(SmallCity.NORTH.value());
        assertThat(heard.get(2).at("/body/unitName").asText()).isEqualTo("North Bridge Station");
        assertThat(heard.get(3).at("/body/words").asText()).isEqualTo("went there and apologised");
        assertThat(heard.get(4).at("/body/words").asText())
                .contains("short of people")
                .doesNotContain("王小明");
        assertThat(heard.get(5).at("/body/answer").asText()).isEqualTo("SATISFIED");
        assertThat(heard.get(6).at("/body/outcome").asText()).isEqualTo("SATISFIED");

        say(said("close", 3, Map.of("outcome", "SATISFIED")));
        assertThat(letters()).isEmpty();
        assertThat(exchanged.about(order.matter)).hasSize(10).allSatisfy(letter -> assertThat(letter.state())
                .isEqualTo(Letter.State.DONE));
    }

    @Test
    void what_is_not_ours_goes_back_and_comes_once_more_where_the_peer_does_not_take_it() {
        var order = handedOver();
        order.act(
                "triage1",
                "triage",
                "jurisdiction",
                "ELSEWHERE",
                "category",
                "OTHER",
                "severity",
                "ORDINARY",
                "transferWords",
                "The housing office answers for it.");
        runJobs(order);
        send();
        assertThat(CITY.kindsAbout(reference)).containsExactly("return");
        assertThat(CITY.about(reference).get(0).at("/body/words").asText())
                .isEqualTo("The housing office answers for it.");

        say(said("return-verdict", 2, Map.of("verdict", "REFUSED", "words", "It was your officer.")));

        var again = complaints.find(Channel.CITY_12345, reference + "/2").orElseThrow();
        assertThat(book.read(List.of(again.words())).values().iterator().next())
                .contains("nobody came for two hours", "It was your officer.");
        var second = new PlayedOrder(minyi);
        second.matter = again.id().value();
        runJobs(second);
        duplicate(second);
        second.act("triage1", "triage", "jurisdiction", "CONSULTATION", "category", "OTHER", "severity", "ORDINARY");
        second.act("triage1", "answerConsultation", "answerWords", "You are right, and it is done.");
        runJobs(second);
        send();
        assertThat(CITY.kindsAbout(reference)).containsExactly("return", "accept", "result", "close");
        assertThat(CITY.about(reference))
                .extracting(one -> one.path("sequence").asInt())
                .containsExactly(1, 2, 3, 4);
        assertThat(CITY.about(reference).get(2).at("/body/words").asText()).isEqualTo("You are right, and it is done.");
    }

    @Test
    void what_only_a_person_can_do_comes_to_one_and_holds_nothing_up() {
        var order = accepted();
        say(said("re-assign", 2, Map.of("unit", SmallCity.SOUTH.value(), "words", "It is the south's.")));
        say(said("call-back-result", 3, Map.of("answer", "DISSATISFIED", "words", "still waits")));
        say(said("suspension-verdict", 4, Map.of("verdict", "REFUSED", "words", "no reason given")));
        say(said("close", 5, Map.of("outcome", "SETTLED")));

        assertThat(letters())
                .extracting(letter -> variables(letter).get("letterReason"))
                .containsExactlyInAnyOrder("ANOTHER_UNIT_WANTED", "NO_MORE_TIME", "STILL_OPEN_HERE");
        assertThat(letters())
                .allSatisfy(letter -> assertThat(variables(letter)).containsEntry("matterId", order.matter.toString()));
        say(said("no-callback", 6, Map.of()));
        assertThat(exchanged.origin(order.matter).orElseThrow().noCallback()).isTrue();
        assertThat(dossier("triage1").toString()).contains("It is the south's.", "still waits", "no reason given");
    }

    @Test
    void who_does_not_want_to_be_called_is_not_asked_and_the_reviewer_reads_it() {
        var order = accepted();
        say(said("no-callback", 2, Map.of("words", "by letter, please")));
        order.act("liaison1", "signOrder", "signDecision", "ASSIGN", "executingUnit", SmallCity.NORTH_POST.value());
        order.judged("FOUNDED", "60");
        order.putRight();
        runJobs(order);

        assertThat(minyi.getBean(Questions.class)
                        .about(Subject.WORK_ORDER, order.order().id().value(), 2))
                .isEmpty();
        var judging = order.waiting("closeWithoutAnswer");
        logins.give(List.of("reviewer1"), "minyi");
        assertThat(LoggedIn.as(port, "reviewer1", "minyi")
                        .get("/dossier/api/tasks/" + judging.getId())
                        .body())
                .contains("The person does not want to be called", "by letter, please", "Not asked again");
        order.act("reviewer1", "closeWithoutAnswer", "closeDecision", "CLOSE", "closeWords", "The photos show it.");
        runJobs(order);
        send();
        assertThat(CITY.kindsAbout(reference))
                .doesNotContain("call-back-result")
                .endsWith("result", "close");
    }

    @Test
    void more_time_that_is_granted_here_is_asked_of_the_peer() {
        var order = accepted();
        order.act("liaison1", "signOrder", "signDecision", "ASSIGN", "executingUnit", SmallCity.NORTH_POST.value());
        order.judged("FOUNDED", "60");
        var task = order.waiting("rectify");
        var asking = minyi.getBean(Asking.class);
        order.as(
                "officer1",
                () -> asking.ask(
                        "officer1", new Wanted(task.getId(), Kind.EXTENSION, 2, null, null, "the expert is ill")));
        order.act("leader1", "decideTime", "timeDecision", "GRANTED");
        order.as(
                "officer1",
                () -> asking.ask(
                        "officer1",
                        new Wanted(
                                task.getId(),
                                Kind.PAUSE,
                                null,
                                clock.instant().plus(Duration.ofHours(30)),
                                PauseReason.EXPERT_OPINION,
                                "the opinion is awaited")));
        order.act("leader1", "decideTime", "timeDecision", "GRANTED");
        clock.move(Duration.ofMinutes(5));
        order.as("officer1", () -> asking.goOn("officer1", task.getId()));
        send();

        assertThat(CITY.kindsAbout(reference))
                .containsSubsequence("extension-request", "suspension-request", "suspension-release");
        assertThat(CITY.about(reference).stream()
                        .filter(one -> one.path("kind").asText().equals("extension-request")))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.at("/body/days").asInt()).isEqualTo(2);
                    assertThat(one.at("/body/words").asText()).isEqualTo("the expert is ill");
                });
    }

    // --- trouble on the way

    @Test
    void what_was_not_answered_is_said_again_under_the_same_id_and_nothing_overtakes_it() {
        var order = accepted();
        order.act("liaison1", "signOrder", "signDecision", "KEEP");
        CITY.answers.addAll(List.of(0, 503));

        send();
        assertThat(CITY.heard).isEmpty();
        clock.move(Duration.ofMinutes(2));
        send();
        clock.move(Duration.ofMinutes(2));
        send();

        assertThat(CITY.kindsAbout(reference)).containsExactly("accept", "re-assign", "re-assign");
        assertThat(CITY.ids.subList(0, 3))
                .as("unanswered, refused for now, taken")
                .containsOnly(CITY.ids.get(0));
    }

    @Test
    void what_the_peer_refuses_comes_to_a_person_and_what_follows_waits(CapturedOutput log) {
        var order = accepted();
        order.act("liaison1", "signOrder", "signDecision", "KEEP");
        CITY.answers.add(422);
        send();

        assertThat(CITY.heard).isEmpty();
        var letter = letters().get(0);
        assertThat(variables(letter))
                .containsEntry("letterWay", "OUT")
                .containsEntry("letterKind", "ACCEPT")
                .containsEntry("letterReason", "422 unit-unknown");
        assertThat(order.offered(letter, "triage1")).isTrue();
        assertThat(order.offered(letter, "officer1")).isFalse();

        decide("AGAIN", null);
        CITY.answers.add(422);
        send();
        decide("BY_TELEPHONE", "they have noted it by hand");
        send();
        assertThat(CITY.kindsAbout(reference)).containsExactly("re-assign", "re-assign");
        assertThat(exchanged.about(order.matter)).anySatisfy(one -> {
            assertThat(one.state()).isEqualTo(Letter.State.BY_TELEPHONE);
            assertThat(one.decidedBy()).isEqualTo("triage1");
        });
        assertThat(log.getAll()).contains("went no further (422 unit-unknown)").doesNotContain("secret");
    }

    @Test
    void a_redirect_is_not_followed_and_a_peer_that_is_away_too_long_is_a_persons_matter() {
        accepted();
        CITY.answers.addAll(List.of(307, 401, 500));
        for (var round = 0; round < 3; round++) {
            send();
            clock.move(Duration.ofHours(1));
        }

        assertThat(CITY.heard).isEmpty();
        assertThat(CITY.ids).hasSize(3);
        assertThat(variables(letters().get(0)).get("letterReason").toString()).startsWith("500");
    }

    @Test
    void whoever_dies_while_saying_something_leaves_it_to_the_next() {
        accepted();
        database.update(
                "update exchange_out set state = 'SENDING', claims = 1, lease_until = now() + interval '2 minutes'"
                        + " where reference = ?",
                reference);
        send();
        assertThat(CITY.heard).isEmpty();

        clock.move(Duration.ofMinutes(3));
        send();
        assertThat(CITY.kindsAbout(reference)).contains("accept");
    }

    @Test
    void nothing_of_the_person_is_in_the_engine_the_log_or_the_room_itself(CapturedOutput log) {
        var order = accepted();
        say(said("no-callback", 2, Map.of("words", "王小明不愿接电话")));
        CITY.answers.add(422);
        send();
        say(said("close", 3, Map.of("outcome", "SETTLED", "words", "王小明已满意")));

        for (var table : List.of("exchange_in", "exchange_out", "exchange_matter", "act_hi_varinst", "act_hi_detail")) {
            assertThat(database.queryForObject(
                            "select count(*) from %s t where t::text ~ '王小明|%s|two hours'".formatted(table, phone),
                            Integer.class))
                    .as(table)
                    .isZero();
        }
        assertThat(log.getAll()).doesNotContain("王小明").doesNotContain(phone);
        var bodies = database.queryForList(
                "select body_id from exchange_in where reference = ? union select body_id from exchange_out where reference = ?",
                UUID.class,
                reference,
                reference);
        assertThat(rooms.stream()
                        .flatMap(room -> room.wordsAbout(List.of(order.matter)).stream())
                        .map(WordsId::value)
                        .toList())
                .as("what was exchanged is forgotten with the person")
                .containsAll(bodies);
    }

    // --- hands

    private CityHotline.Message handOver() {
        var told = new HashMap<String, Object>(Map.of(
                "name",
                "王小明",
                "phone",
                phone,
                "unit",
                SmallCity.NORTH_POST.value(),
                "words",
                "nobody came for two hours"));
        return CITY.message("hand-over", reference, 1, told);
    }

    private CityHotline.Message said(String kind, int sequence, Map<String, ?> told) {
        return CITY.message(kind, reference, sequence, told);
    }

    private void say(CityHotline.Message message) {
        var answer = message.to(port);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        incoming.runOnce();
    }

    /** By SMS, to the question that is open. */
    private void reply(PlayedOrder order, String text) {
        var asked = order.order();
        var question = minyi.getBean(Questions.class)
                .about(Subject.WORK_ORDER, asked.id().value(), asked.round() + 1)
                .orElseThrow();
        minyi.getBean(OperatorInbox.class)
                .replies(List.of(new IncomingSms(
                        UUID.randomUUID().toString(), phone, String.valueOf(question.code()), text, clock.instant())));
        minyi.getBean(Replies.class).applyAll();
        runJobs(order);
    }

    private void send() {
        outgoing.runOnce(peers.named("city").orElseThrow());
    }

    private Complaint matter() {
        return complaints.find(Channel.CITY_12345, reference).orElseThrow();
    }

    private PlayedOrder handedOver() {
        say(handOver());
        var order = new PlayedOrder(minyi);
        order.matter = matter().id().value();
        order.number = matter().number();
        runJobs(order);
        duplicate(order);
        return order;
    }

    private static void duplicate(PlayedOrder order) {
        if (order.open().contains("decideDuplicate")) {
            order.act("triage1", "decideDuplicate", "duplicateVerdict", "NEW");
        }
    }

    private PlayedOrder accepted() {
        var order = handedOver();
        order.act(
                "triage1",
                "triage",
                "jurisdiction",
                "OURS",
                "category",
                "DELAY",
                "severity",
                "ORDINARY",
                "respondentUnit",
                SmallCity.NORTH_POST.value());
        runJobs(order);
        return order;
    }

    private void runJobs(PlayedOrder order) {
        for (var round = 0; round < 5; round++) {
            for (var instance : order.instances()) {
                jobs.createJobQuery()
                        .processInstanceId(instance.getId())
                        .executable()
                        .messages()
                        .list()
                        .forEach(job -> jobs.executeJob(job.getId()));
            }
        }
    }

    /** The messages that lie before a person, of this test's matter. */
    private List<Task> letters() {
        var ids = database.queryForList(
                "select id::text from exchange_in where reference = ? union select id::text from exchange_out where reference = ?",
                String.class,
                reference,
                reference);
        return tasks.createTaskQuery().taskDefinitionKey("userTask_decideLetter").list().stream()
                .filter(task -> ids.contains(variables(task).get("part")))
                .toList();
    }

    private Map<String, Object> variables(Task task) {
        return tasks.getVariables(task.getId());
    }

    private void decide(String decision, String words) {
        var order = new PlayedOrder(minyi);
        if (words == null) {
            order.act("triage1", letters().get(0), "letterDecision", decision);
        } else {
            order.act("triage1", letters().get(0), "letterDecision", decision, "letterWords", words);
        }
    }

    private List<String> states() {
        return database.queryForList(
                "select state from exchange_in where reference = ? order by sequence", String.class, reference);
    }

    private int kept() {
        return database.queryForObject(
                "select count(*) from exchange_in where reference = ?", Integer.class, reference);
    }

    private String dossier(String user) {
        return LoggedIn.as(port, user, "minyi")
                .get("/board/api/matters/" + matter().id())
                .body();
    }
}
