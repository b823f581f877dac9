package org.minyi.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@MinyiTest
@TestPropertySource(properties = "minyi.citizen.looks-per-day=5")
class CitizensTest {

    @Autowired
    Citizens citizens;

    @Autowired
    WordsBook words;

    @Autowired
    JdbcClient db;

    @Test
    void the_same_name_on_the_same_line_is_the_same_person() {
        var phone = aMobile();

        var first = citizens.enrol(List.of(new Told("Wang Fang", phone, false)));
        var later = citizens.enrol(List.of(
                new Told("Li Na", "+86 " + phone, false),
                new Told("Wang Fang", phone, false),
                new Told("Wang Fang", null, false),
                new Told("Wang Fang", " ", false),
                new Told("Li Na", phone, false)));

        assertThat(later.get(1)).isEqualTo(first.get(0));
        assertThat(later.get(0).person()).isNotEqualTo(first.get(0).person());
        assertThat(later.get(0).line()).isEqualTo(first.get(0).line());
        assertThat(later.get(4)).isEqualTo(later.get(0));
        assertThat(later.get(2).line()).isNull();
        assertThat(later.get(2).person()).isNotEqualTo(later.get(3).person());
        assertThat(citizens.onLine(first.get(0).line()))
                .containsExactlyInAnyOrder(first.get(0).person(), later.get(0).person());
    }

    @Test
    void two_nodes_that_enrol_the_same_people_at_once_get_the_same_ids() throws Exception {
        var told = new ArrayList<Told>();
        for (int at = 0; at < 400; at++) {
            told.add(new Told("Citizen " + at, aMobile(), at % 7 == 0));
        }
        var backwards = new ArrayList<>(told);
        java.util.Collections.reverse(backwards);
        Callable<List<Enrolled>> forth = () -> citizens.enrol(told);
        Callable<List<Enrolled>> back = () -> citizens.enrol(backwards);

        var nodes = Executors.newFixedThreadPool(4);
        try {
            var answers = nodes.invokeAll(List.of(forth, back, forth, back));
            var one = answers.get(0).get();
            var other = new ArrayList<>(answers.get(1).get());
            java.util.Collections.reverse(other);
            assertThat(other).isEqualTo(one);
            assertThat(answers.get(2).get()).isEqualTo(one);
            assertThat(new HashSet<>(one)).hasSize(400);
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void whoever_was_once_told_to_be_a_minor_stays_one() {
        var phone = aMobile();
        var grown = citizens.enrol(List.of(new Told("Zhao Lei", phone, false)));
        assertThat(citizens.minors(List.of(grown.get(0).person()))).isEmpty();

        citizens.enrol(List.of(new Told("Zhao Lei", phone, true)));
        citizens.enrol(List.of(new Told("Zhao Lei", phone, false)));

        assertThat(citizens.minors(List.of(grown.get(0).person())))
                .containsExactly(grown.get(0).person());
    }

    @Test
    void a_line_that_opted_out_says_so_and_keeps_saying_so() {
        var line = citizens.enrol(List.of(new Told("Sun Li", "020-8123 4567", false)))
                .get(0)
                .line();
        assertThat(citizens.facts(List.of(line))).containsEntry(line, new LineFacts(LineKind.LANDLINE, false));

        citizens.optOut(line);
        citizens.optOut(line);

        assertThat(citizens.facts(List.of(line))).containsEntry(line, new LineFacts(LineKind.LANDLINE, true));
        assertThat(citizens.numbers(List.of(line))).containsEntry(line, "02081234567");
    }

    @Test
    void a_reply_from_a_number_finds_its_line_and_an_unknown_number_gets_one() {
        var phone = aMobile();
        var known = citizens.enrol(List.of(new Told("Chen Chen", phone, false)))
                .get(0)
                .line();
        var stranger = aMobile();

        var lines = citizens.lines(List.of("86" + phone, phone, stranger, "none"));

        assertThat(lines).containsEntry("86" + phone, known).containsEntry(phone, known);
        assertThat(lines).containsKey(stranger).doesNotContainKey("none");
        assertThat(citizens.lines(List.of(stranger))).containsEntry(stranger, lines.get(stranger));
    }

    @Test
    void every_look_is_recorded_and_a_number_stays_masked_unless_it_is_dialled() {
        var phone = aMobile();
        var person = citizens.enrol(List.of(new Told("He Ping", phone, false, "North Bridge Road 3")))
                .get(0)
                .person();
        var matter = UUID.randomUUID();

        var masked = citizens.lookAt(person, "caller1", matter, false);
        var full = citizens.lookAt(person, "caller2", null, true);

        assertThat(masked).isEqualTo(new Face("H**", phone.substring(0, 3) + "****" + phone.substring(7), "******"));
        assertThat(full).isEqualTo(new Face("He Ping", phone, "North Bridge Road 3"));
        assertThat(db.sql(
                                """
                                select by_whom, matter_id, told::json ->> 'shown'
                                  from audit.fact
                                 where deed = 'IDENTITY_SEEN' and told::json ->> 'person' = :p
                                 order by at
                                """)
                        .param("p", person.toString())
                        .query((row, at) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                        .list())
                .containsExactly("caller1 " + matter + " MASKED", "caller2 null FULL");
    }

    @Test
    void whoever_has_seen_as_many_people_as_one_may_sees_the_next_masked_and_the_refusal_is_recorded()
            throws Exception {
        var people = new ArrayList<PersonId>();
        for (var at = 0; at < 12; at++) {
            people.add(citizens.enrol(List.of(new Told("Citizen " + at, aMobile(), false)))
                    .get(0)
                    .person());
        }
        var looks = people.stream()
                .<Callable<Boolean>>map(person ->
                        () -> citizens.lookAt(person, "collector", null, true).withheld())
                .toList();
        var hands = Executors.newFixedThreadPool(6);
        try {
            var withheld = 0;
            for (var look : hands.invokeAll(looks)) {
                withheld += look.get() ? 1 : 0;
            }
            assertThat(withheld).isEqualTo(12 - 5);
        } finally {
            hands.shutdownNow();
        }

        var again = people.stream()
                .map(person -> citizens.lookAt(person, "collector", null, true))
                .toList();
        assertThat(again.stream().filter(face -> !face.withheld()))
                .as("those seen stay in sight")
                .hasSize(5);
        assertThat(again.stream().filter(Face::withheld))
                .allSatisfy(face -> assertThat(face.number()).contains("****"));
        assertThat(db.sql("select count(*) from audit.fact where deed = 'IDENTITY_REFUSED' and by_whom = 'collector'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2 * 7);
        assertThat(citizens.lookAt(people.get(0), "caller7", null, true).withheld())
                .isFalse();
    }

    @Test
    void a_phone_that_is_none_is_refused_without_being_repeated() {
        assertThatExceptionOfType(NotAPhone.class)
                .isThrownBy(() -> citizens.enrol(List.of(new Told("He Ping", "138000000", false))))
                .withMessage("the phone number has 9 digits; 11 are expected");
    }

    @Test
    void words_are_kept_and_read_back_by_id() {
        var person = citizens.enrol(List.of(new Told("Qian Yi", aMobile(), false)))
                .get(0)
                .person();

        var one = words.keep(null, "没人接电话");
        var more = words.keepAll(List.of(new Spoken(person, "they came late"), new Spoken(null, "thanks")));

        assertThat(words.read(List.of(one, more.get(1), more.get(0))))
                .containsEntry(one, "没人接电话")
                .containsEntry(more.get(0), "they came late")
                .containsEntry(more.get(1), "thanks");
    }

    private static String aMobile() {
        return "13" + String.format("%09d", ThreadLocalRandom.current().nextInt(1_000_000_000));
    }
}
