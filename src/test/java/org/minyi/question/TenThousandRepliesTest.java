package org.minyi.question;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.channel.sms.Peer;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.Enrolled;
import org.minyi.citizen.Told;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * 10,000 replies over a real link: of every hundred 20 are brought again although they were acknowledged, 10 come before
 * their question was asked, 10 after it was closed, 5 say something else than was said before, 5 are from phones with
 * several open questions; and the link is cut fifty times while replies are stored and not acknowledged yet. Each is
 * stored once, and each belongs to the question it answers.
 */
@MinyiTest
@TestPropertySource(
        properties = {
            "minyi.sms.dispatcher=true",
            // Only what comes in is looked at here.
            "minyi.sms.sending-hours=00:00-00:01",
            "minyi.sms.smpp.mobile.host=127.0.0.1",
            "minyi.sms.smpp.mobile.system-id=minyi",
            "minyi.sms.smpp.mobile.password=secret",
            "minyi.sms.smpp.mobile.service-number=1069900110",
        })
class TenThousandRepliesTest {

    private static final int REPLIES = 10_000;
    private static final int CUTS = 50;

    private static Peer centre;

    @DynamicPropertySource
    static void where(DynamicPropertyRegistry properties) {
        centre = Peer.start("smsc.js");
        properties.add("minyi.sms.smpp.mobile.port", centre::port);
    }

    @AfterAll
    static void closed() {
        centre.close();
    }

    @Autowired
    Citizens citizens;

    @Autowired
    Askings askings;

    @Autowired
    Questions questions;

    @Autowired
    Replies replies;

    @Autowired
    JdbcClient db;

    /** When a reply comes, compared with its question. */
    private enum When {
        EARLY,
        IN_TIME,
        LATE
    }

    private final Map<When, List<NewQuestion>> asked = new LinkedHashMap<>();
    private final Map<UUID, String> numbers = new HashMap<>();
    private int phonesGiven;

    @Test
    void each_is_stored_once_and_none_belongs_to_another() {
        // Of a hundred replies: 10 early, 10 late, 5 pairs of which the second contradicts the first, 6 from 2 phones
        // with
        // three questions each, 64 others.
        var hundreds = REPLIES / 100;
        var people = people(hundreds * (10 + 10 + 5 + 2 + 64));
        var next = people.iterator();
        for (var each : When.values()) {
            asked.put(each, new ArrayList<>());
        }
        var batches = new HashMap<When, UUID>();
        List.of(When.values()).forEach(when -> batches.put(when, UUID.randomUUID()));
        ask(next, When.EARLY, batches, hundreds * 10, 1);
        ask(next, When.LATE, batches, hundreds * 10, 1);
        ask(next, When.IN_TIME, batches, hundreds * 5, 1);
        ask(next, When.IN_TIME, batches, hundreds * 2, 3);
        ask(next, When.IN_TIME, batches, hundreds * 64, 1);
        asked.values().forEach(askings::plan);
        askings.send(batches.get(When.LATE), null);
        askings.send(batches.get(When.IN_TIME), null);
        questions.closeOpen(batches.get(When.LATE));

        var planned = planned();
        var contradicting = asked.get(When.IN_TIME).subList(0, hundreds * 5);
        var first = new ArrayList<Map<String, Object>>();
        asked.values().stream()
                .flatMap(List::stream)
                .forEach(question -> first.add(said(planned, question, first.size())));
        var again = centre.tell("deliverAll", Map.of("messages", first, "cuts", CUTS, "inFlight", 300));
        assertThat(again.get("statuses").get("0").asInt()).isEqualTo(first.size() + first.size() / 5);
        assertThat(again.get("again").asInt())
                .as("brought again, for the link was cut")
                .isGreaterThan(CUTS);
        askings.send(batches.get(When.EARLY), null);
        var second = contradicting.stream()
                .map(question -> message(planned, question, other(digit(planned.get(question.subjectId()))), true))
                .toList();
        centre.tell("deliverAll", Map.of("messages", second, "cuts", 0, "inFlight", 300));
        db.sql("update reply set due_at = received_at where state = 'EARLY'").update();
        replies.applyAll();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(states()).doesNotContainKeys("STORED", "EARLY"));

        assertThat(first.size() + second.size()).isEqualTo(REPLIES);
        assertThat(states().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(REPLIES);
        assertThat(states())
                .containsEntry("APPLIED", (long) hundreds * (10 + 5 + 6 + 64))
                .containsEntry("LATE", (long) hundreds * 10)
                .containsEntry("CONTRADICTORY", (long) hundreds * 5)
                .hasSize(3);
        var answers = answers();
        asked.forEach((when, some) -> some.forEach(question -> assertThat(answers.get(question.subjectId()))
                .as("%s", when)
                .isEqualTo(when == When.LATE ? null : Integer.valueOf(digit(planned.get(question.subjectId()))))));
    }

    private List<Enrolled> people(int how) {
        return citizens.enrol(IntStream.range(0, how)
                .mapToObj(at -> new Told("Wang Fang", number(at), false))
                .toList());
    }

    private static String number(int at) {
        return "138%08d".formatted(at);
    }

    private void ask(Iterator<Enrolled> next, When when, Map<When, UUID> batches, int phones, int questionsEach) {
        for (var phone = 0; phone < phones; phone++) {
            var person = next.next();
            for (var question = 0; question < questionsEach; question++) {
                var subject = UUID.randomUUID();
                numbers.put(subject, number(phonesGiven));
                asked.get(when)
                        .add(new NewQuestion(
                                Subject.CONTACT,
                                subject,
                                1,
                                batches.get(when),
                                person.person(),
                                person.line(),
                                "How was it? {code}",
                                null));
            }
            phonesGiven++;
        }
    }

    private Map<UUID, Integer> planned() {
        var codes = new HashMap<UUID, Integer>();
        db.sql("select subject_id, code from question").query(row -> {
            codes.put(row.getObject("subject_id", UUID.class), row.getInt("code"));
        });
        return codes;
    }

    /** Every fifth is brought again. */
    private Map<String, Object> said(Map<UUID, Integer> planned, NewQuestion question, int at) {
        return message(planned, question, digit(planned.get(question.subjectId())), at % 5 == 0);
    }

    private Map<String, Object> message(Map<UUID, Integer> planned, NewQuestion question, int digit, boolean twice) {
        return Map.of(
                "from",
                numbers.get(question.subjectId()),
                "to",
                "1069900110" + planned.get(question.subjectId()),
                "text",
                Integer.toString(digit),
                "twice",
                twice);
    }

    /** Each phone's questions are answered each in its own way. */
    private static int digit(int code) {
        return 1 + code % 3;
    }

    private static int other(int digit) {
        return 1 + digit % 3;
    }

    private Map<String, Long> states() {
        return db.sql("select state from reply").query(String.class).list().stream()
                .collect(groupingBy(state -> state, counting()));
    }

    private Map<UUID, Integer> answers() {
        var answers = new HashMap<UUID, Integer>();
        db.sql("select subject_id, answer from question where answer is not null")
                .query(row -> {
                    answers.put(
                            row.getObject("subject_id", UUID.class),
                            Answer.valueOf(row.getString("answer")).digit());
                });
        return answers;
    }
}
