package org.minyi.channel.sms;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Stores what several threads bring at once in one transaction, and keeps each of them waiting until it is committed.
 * Whoever comes first stores for all who came meanwhile. One that cannot be stored keeps no other from being stored.
 */
public final class Together<T> {

    private static final int AT_MOST = 1_000;

    private record Brought<T>(T what, CompletableFuture<Void> stored) {}

    private final Consumer<List<T>> store;
    private final Queue<Brought<T>> waiting = new ArrayDeque<>();
    private boolean busy;

    /**
     * For things that one statement can store many of.
     *
     * @param store commits before it returns
     */
    public Together(Consumer<List<T>> store) {
        this.store = store;
    }

    /**
     * Returns after the commit.
     *
     * @throws RuntimeException what the store threw: it is not stored
     */
    public void store(T what) {
        var mine = new Brought<>(what, new CompletableFuture<Void>());
        var first = false;
        synchronized (waiting) {
            waiting.add(mine);
            first = !busy;
            busy = true;
        }
        if (first) {
            storeAll();
        }
        try {
            mine.stored().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException why ? why : failed;
        }
    }

    private void storeAll() {
        for (var some = next(); !some.isEmpty(); some = next()) {
            store(some);
        }
    }

    private List<Brought<T>> next() {
        synchronized (waiting) {
            var some = new ArrayList<Brought<T>>();
            while (some.size() < AT_MOST && !waiting.isEmpty()) {
                some.add(waiting.remove());
            }
            busy = !some.isEmpty();
            return some;
        }
    }

    private void store(List<Brought<T>> some) {
        try {
            store.accept(some.stream().map(Brought::what).toList());
            some.forEach(one -> one.stored().complete(null));
        } catch (DataIntegrityViolationException oneOfThem) {
            if (some.size() == 1) {
                some.get(0).stored().completeExceptionally(oneOfThem);
            } else {
                some.forEach(one -> store(List.of(one)));
            }
        } catch (RuntimeException | Error failed) {
            some.forEach(one -> one.stored().completeExceptionally(failed));
        }
    }
}
