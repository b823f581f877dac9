package org.minyi.supervision.gathering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.UnitCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Minutes are issued when the last unit has signed: two that sign in one moment must not each wait for the other. */
@MinyiTest
class SignedAtOnceTest {

    @Autowired
    GatheringTables tables;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Test
    void of_two_that_sign_in_one_moment_the_second_sees_that_all_have_signed() throws Exception {
        var meeting = meeting();

        var second = transaction.execute(first -> {
            assertThat(sign(meeting, SmallCity.NORTH)).isFalse();
            var other =
                    CompletableFuture.supplyAsync(() -> transaction.execute(status -> sign(meeting, SmallCity.SOUTH)));
            await().atMost(Duration.ofSeconds(30)).until(() -> other.isDone() || isSomebodyWaiting());
            return other;
        });

        assertThat(second.get(30, TimeUnit.SECONDS)).isTrue();
    }

    private boolean sign(GatheringId meeting, UnitCode unit) {
        tables.sign(meeting, unit, Gathering.Signature.AGREE, "leader", Instant.now());
        return tables.get(meeting).isCountersigned();
    }

    private boolean isSomebodyWaiting() {
        return db.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private GatheringId meeting() {
        var id = new GatheringId(UUID.randomUUID());
        tables.insert(new Gathering(
                id,
                UUID.randomUUID(),
                1,
                Gathering.Kind.MEETING,
                Instant.now(),
                null,
                null,
                null,
                "director1",
                null,
                null,
                List.of(
                        new Gathering.Seat(SmallCity.NORTH, null, null),
                        new Gathering.Seat(SmallCity.SOUTH, null, null))));
        return id;
    }
}
