package org.minyi.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minyi.MinyiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@MinyiTest
class EvidenceTest {

    @Autowired
    Evidence evidence;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Verification verification;

    @Autowired
    JdbcClient db;

    private static final Fact READ = Fact.of(Deed.DOSSIER_READ, "caller1");

    @Test
    void a_fact_is_refused_outside_the_transaction_of_what_it_tells_of() {
        assertThatThrownBy(() -> evidence.keep(READ)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void what_was_rolled_back_left_no_fact_and_no_gap() {
        kept(READ);
        var before = links();
        transaction.executeWithoutResult(status -> {
            evidence.keep(READ);
            status.setRollbackOnly();
        });
        kept(READ);

        assertThat(links()).isEqualTo(before + 1).isEqualTo(lastPosition());
    }

    @Test
    void many_facts_of_one_transaction_are_linked_in_their_order() {
        var matters =
                IntStream.range(0, 500).mapToObj(number -> UUID.randomUUID()).toList();
        transaction.executeWithoutResult(
                status -> evidence.keepAll(matters.stream().map(READ::about).toList()));

        assertThat(db.sql("select matter_id from audit.fact join audit.link on fact_id = id"
                                + " where matter_id = any(:matters) order by position")
                        .param("matters", matters.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list())
                .isEqualTo(matters);
        assertThat(db.sql("select position from audit.head").query(Long.class).single())
                .isEqualTo(lastPosition());
    }

    @Test
    void eight_threads_that_now_and_then_roll_back_leave_one_order_without_a_gap() throws Exception {
        var before = links();
        var kept = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(8);
        try {
            var all = threads.invokeAll(IntStream.range(0, 8)
                    .mapToObj(thread -> Executors.callable(() -> {
                        for (var at = 0; at < 40; at++) {
                            var many = 1 + at % 3;
                            var rollback = (thread + at) % 4 == 0;
                            transaction.executeWithoutResult(status -> {
                                evidence.keepAll(Collections.nCopies(many, READ));
                                if (rollback) {
                                    status.setRollbackOnly();
                                }
                            });
                            kept.addAndGet(rollback ? 0 : many);
                        }
                    }))
                    .toList());
            for (var one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(links() - before).isEqualTo(kept.get());
        assertThat(lastPosition()).isEqualTo(links());
        var verdict = verification.whole((position, end) -> {});
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.facts()).isEqualTo(links());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800000001",
                "+8613800000001",
                "tel:02012345678",
                "0990-110110 ext",
                "王建国",
                "he said he was beaten"
            })
    void a_number_a_name_or_words_are_refused(String personal) {
        assertThatThrownBy(() -> READ.with("value", personal))
                .isInstanceOf(NotEvidence.class)
                .hasMessageNotContaining(personal);
    }

    @Test
    void ids_codes_and_hashes_are_taken_whatever_digits_they_hold() {
        var ids = List.of("990101000000", "00000000-0000-4000-8000-a13800000001", "a13800000001".repeat(5) + "0000");
        assertThat(ids)
                .allSatisfy(id -> assertThat(READ.with("value", id).told()).containsEntry("value", id));
        assertThat(READ.with("value", null).told()).isEmpty();
        assertThatThrownBy(() -> READ.with("value", "x".repeat(201))).isInstanceOf(NotEvidence.class);
        assertThatThrownBy(() -> Fact.of(Deed.DOSSIER_READ, "")).isInstanceOf(NotEvidence.class);
    }

    private void kept(Fact fact) {
        transaction.executeWithoutResult(status -> evidence.keep(fact));
    }

    private long links() {
        return db.sql("select count(*) from audit.link").query(Long.class).single();
    }

    private long lastPosition() {
        return db.sql("select max(position) from audit.link").query(Long.class).single();
    }
}
