package org.minyi.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessResourceException;

class TogetherTest {

    private final List<List<String>> stores = new CopyOnWriteArrayList<>();
    private final CountDownLatch first = new CountDownLatch(1);

    @Test
    void whoever_comes_while_one_is_stored_is_stored_with_the_next() throws Exception {
        var together = new Together<String>(some -> {
            stores.add(some);
            if (stores.size() == 1) {
                TogetherTest.await(first);
            }
        });
        var outcomes = brought(together, 50);

        for (var outcome : outcomes) {
            outcome.get(10, TimeUnit.SECONDS);
        }
        assertThat(stores.stream().mapToInt(List::size).sum()).isEqualTo(51);
        assertThat(stores.size()).isLessThan(10);
    }

    @Test
    void one_that_cannot_be_stored_keeps_no_other_from_it() throws Exception {
        var together = new Together<String>(some -> {
            stores.add(some);
            if (stores.size() == 1) {
                TogetherTest.await(first);
            }
            if (some.contains("7")) {
                throw new DataIntegrityViolationException("7");
            }
        });
        var outcomes = brought(together, 10);

        for (var at = 0; at < 10; at++) {
            var outcome = outcomes.get(at);
            if (at == 7) {
                assertThatThrownBy(() -> outcome.get(10, TimeUnit.SECONDS))
                        .hasRootCauseInstanceOf(DataIntegrityViolationException.class);
            } else {
                outcome.get(10, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void a_database_that_is_away_is_asked_once_for_all_and_again_for_the_next() {
        var away = new ArrayList<>(List.of(true));
        var together = new Together<String>(some -> {
            stores.add(some);
            if (away.get(0)) {
                throw new TransientDataAccessResourceException("away");
            }
        });

        assertThatThrownBy(() -> together.store("a")).isInstanceOf(TransientDataAccessResourceException.class);
        away.set(0, false);
        together.store("b");

        assertThat(stores).containsExactly(List.of("a"), List.of("b"));
    }

    private List<Future<?>> brought(Together<String> together, int how) throws InterruptedException {
        var threads = Executors.newCachedThreadPool();
        try {
            threads.execute(() -> together.store("before"));
            while (stores.isEmpty()) {
                Thread.sleep(5);
            }
            var outcomes = new ArrayList<Future<?>>();
            for (var at = 0; at < how; at++) {
                var what = Integer.toString(at);
                outcomes.add(threads.submit(() -> together.store(what)));
            }
            Thread.sleep(300);
            first.countDown();
            return outcomes;
        } finally {
            threads.shutdown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
