package org.minyi.matrix;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Asks endpoints as every person about every matter, and reads the answers for what should not stand in them. */
final class Sweep {

    private static final int THREADS = 4;

    private final Callers callers;
    private final List<Matter> matters;
    private final Map<String, Set<String>> sight;
    private final Choice choice;
    private final Map<String, Matter> owners = new HashMap<>();

    final LongAdder requests = new LongAdder();
    final LongAdder checks = new LongAdder();
    final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
    /** By the person: answers in which something stood that they may see. */
    final Map<String, AtomicInteger> shown = new ConcurrentHashMap<>();

    /** Which matters a person asks an endpoint about: the build takes fewer than the long run. */
    interface Choice {

        boolean asks(int user, Endpoint endpoint, int at, int matter);
    }

    Sweep(Callers callers, List<Matter> matters, Map<String, Set<String>> sight, Choice choice) {
        this.callers = callers;
        this.matters = matters;
        this.sight = sight;
        this.choice = choice;
        matters.forEach(matter -> matter.marks().forEach(mark -> owners.put(mark, matter)));
    }

    /** What stood in an answer, or was done, that should not have been. */
    List<String> leaks(List<String> users, Collection<Endpoint> endpoints) {
        var people = Executors.newFixedThreadPool(THREADS);
        try {
            var work = users.stream()
                    .map(user -> people.submit(() -> leaksTo(user, endpoints)))
                    .toList();
            var leaks = new ArrayList<String>();
            for (var one : work) {
                leaks.addAll(one.get());
            }
            return leaks;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            people.shutdownNow();
        }
    }

    private List<String> leaksTo(String user, Collection<Endpoint> endpoints) {
        var leaks = new ArrayList<String>();
        var number = List.copyOf(sight.keySet()).indexOf(user);
        int at = 0;
        for (var endpoint : endpoints) {
            at++;
            for (var template : Blanks.templates(endpoint)) {
                var body = Bodies.template(endpoint);
                var named = Blanks.namesAMatter(template) || Blanks.namesAMatter(body);
                for (int matter = 0; matter < matters.size(); matter++) {
                    if (choice.asks(number, endpoint, at, named ? matter : -1)
                            && Blanks.canFill(template + body, matters.get(matter))
                            && mayAsk(user, endpoint, matter)) {
                        leaks.addAll(leaks(user, endpoint, template, body, matters.get(matter), named));
                        if (!named) {
                            break;
                        }
                    }
                }
            }
        }
        return leaks;
    }

    /** Whoever sees a matter may change it; the matrix needs it as it is. */
    private boolean mayAsk(String user, Endpoint endpoint, int matter) {
        return Exceptions.mayBeAskedBy(user, endpoint) && (endpoint.reads() || !sees(user, matters.get(matter)));
    }

    private boolean sees(String user, Matter matter) {
        return sight.get(user).contains(matter.title());
    }

    private List<String> leaks(
            String user, Endpoint endpoint, String template, String bodyTemplate, Matter matter, boolean named) {
        var address = Blanks.filled(template, matter, user);
        var body = Blanks.filled(bodyTemplate, matter, user);
        var answer = callers.ask(user, endpoint, address, body);
        requests.increment();
        checks.add(named ? 1 : matters.size());
        statuses.computeIfAbsent(answer.statusCode(), status -> new LongAdder()).increment();
        var leaks = new ArrayList<String>();
        var what = "%s %s %s as %s: %d".formatted(endpoint.method(), address, body, user, answer.statusCode());
        var found = marks(answer);
        if (answer.body().startsWith("%PDF")) {
            // What stands in a document nobody reads off its bytes: it is known by the name it was asked for.
            found.addAll(Matter.marksIn(address));
        }
        // A refusal may say what was asked for.
        if (answer.statusCode() >= 400) {
            found.removeAll(Matter.marksIn(address + body));
        }
        boolean seen = false;
        for (var mark : found) {
            var of = owners.get(mark);
            if (of != null && !sees(user, of) && !Exceptions.knows(user, endpoint, of, mark)) {
                leaks.add("%s shows %s of %s".formatted(what, mark, of));
            }
            seen |= of != null && sees(user, of);
        }
        for (var one : matters) {
            if (one.sealed().stream().anyMatch(answer.body()::contains)) {
                leaks.add("%s shows who %s is from".formatted(what, one));
            }
        }
        if (!endpoint.reads()
                && named
                && matter.isOpen()
                && answer.statusCode() < 400
                && !Exceptions.knows(user, endpoint, matter, "")) {
            leaks.add(what + " was done: " + start(answer.body()));
        }
        if (seen) {
            shown.computeIfAbsent(user, one -> new AtomicInteger()).incrementAndGet();
        }
        return leaks;
    }

    private static Set<String> marks(HttpResponse<String> answer) {
        var found = Matter.marksIn(answer.body());
        answer.headers().map().values().forEach(values -> values.forEach(value -> found.addAll(Matter.marksIn(value))));
        return found;
    }

    private static String start(String text) {
        return text.substring(0, Math.min(text.length(), 160));
    }
}
