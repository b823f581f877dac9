package org.minyi.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.organisation.UnitCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MinyiTest
class NoticesTest {

    private static final UnitCode UNIT = new UnitCode("990101000000");

    @Autowired
    Notices notices;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void a_new_book() {
        db.sql("delete from notice_delivery").update();
        db.sql("delete from notice").update();
        db.sql("delete from notice_counter").update();
    }

    @Test
    void the_first_letter_of_a_year_is_number_one_and_stands_in_its_matter() {
        var matter = UUID.randomUUID();

        var letter = notices.issue(Kind.REMINDER_LETTER, UNIT, matter, 1, "LATE");

        assertThat(letter.number()).isOne();
        assertThat(notices.of(matter)).containsExactly(letter);
    }

    @Test
    void the_same_letter_is_issued_once() {
        var matter = UUID.randomUUID();

        var letter = notices.issue(Kind.REMINDER_LETTER, UNIT, matter, 1, "LATE");
        var again = notices.issue(Kind.REMINDER_LETTER, UNIT, matter, 1, "LATE");
        var nextRound = notices.issue(Kind.REMINDER_LETTER, UNIT, matter, 2, "LATE");

        assertThat(again).isEqualTo(letter);
        assertThat(nextRound.number()).isEqualTo(letter.number() + 1);
    }

    @Test
    void a_letter_that_was_taken_back_leaves_no_gap() {
        issue();
        transaction.executeWithoutResult(status -> {
            issue();
            status.setRollbackOnly();
        });
        issue();

        assertThat(numbers()).containsExactly(1, 2);
    }

    @Test
    void eight_who_issue_at_once_leave_neither_gap_nor_double() throws Exception {
        var desks = Executors.newFixedThreadPool(8);
        var matters = IntStream.range(0, 25).mapToObj(i -> UUID.randomUUID()).toList();
        var work = new ArrayList<Callable<Notice>>();
        for (var desk = 0; desk < 8; desk++) {
            for (var matter : matters) {
                // Every matter is reminded by all eight: seven of them must find the letter of the first.
                work.add(() -> notices.issue(Kind.REMINDER_LETTER, UNIT, matter, 1, "LATE"));
            }
        }
        try {
            for (var done : desks.invokeAll(work)) {
                done.get();
            }
        } finally {
            desks.shutdown();
        }

        assertThat(numbers())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 25).boxed().toList());
    }

    @Test
    void eight_who_issue_at_once_and_take_back_every_third_leave_no_gap() throws Exception {
        var desks = Executors.newFixedThreadPool(8);
        var kept = new AtomicInteger();
        try {
            var work = IntStream.range(0, 90)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        transaction.executeWithoutResult(status -> {
                            issue();
                            if (i % 3 == 0) {
                                status.setRollbackOnly();
                            } else {
                                kept.incrementAndGet();
                            }
                        });
                        return null;
                    })
                    .toList();
            for (var done : desks.invokeAll(work)) {
                done.get();
            }
        } finally {
            desks.shutdown();
        }

        assertThat(kept.get()).isEqualTo(60);
        assertThat(numbers())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 60).boxed().toList());
    }

    private void issue() {
        notices.issue(Kind.REMINDER_LETTER, UNIT, UUID.randomUUID(), 1, "LATE");
    }

    private List<Integer> numbers() {
        return db.sql("select number from notice order by number")
                .query(Integer.class)
                .list();
    }
}
