package org.minyi.history;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minyi.history.Drawing.Flow;
import org.minyi.history.Story.Arrow;
import org.minyi.history.Trail.Visit;

/**
 * Which arrows of the drawing an instance went along. The engine keeps the places, not the arrows: an arrow was taken
 * when its beginning had been left before its end was reached, and no other arrow could have led there. Where several
 * could, the one left last is taken and said to be a guess.
 */
final class PathTaken {

    private static final Comparator<Visit> IN_ORDER =
            comparing(Visit::startedAt).thenComparingLong(Visit::sequence).thenComparing(Visit::id);

    private final Drawing drawing;
    private final Map<String, List<Visit>> visits;
    private final Map<String, List<Flow>> arriving;
    private final Set<String> spent = new HashSet<>();
    private final Map<String, Arrow> taken = new LinkedHashMap<>();

    private PathTaken(Drawing drawing, List<Visit> visits) {
        this.drawing = drawing;
        this.visits = visits.stream().collect(groupingBy(Visit::step));
        this.arriving = drawing.flows().stream().collect(groupingBy(Flow::to));
    }

    private record Arrival(Flow flow, Visit from) {}

    static List<Arrow> of(Drawing drawing, List<Visit> visits) {
        var path = new PathTaken(drawing, visits);
        visits.stream().sorted(IN_ORDER).forEach(path::arrivesAt);
        return List.copyOf(path.taken.values());
    }

    private void arrivesAt(Visit visit) {
        var possible = new ArrayList<Arrival>();
        for (var flow : arriving.getOrDefault(visit.step(), List.of())) {
            visits.getOrDefault(flow.from(), List.of()).stream()
                    .filter(from -> from.endedAt() != null && leads(from, visit))
                    .filter(from -> !spent.contains(leaving(from, flow)))
                    .max(comparing(Visit::endedAt).thenComparing(comparingLong(Visit::sequence)))
                    .ifPresent(from -> possible.add(new Arrival(flow, from)));
        }
        possible.stream()
                .max(comparing((Arrival arrival) -> arrival.from().endedAt())
                        .thenComparing(arrival -> arrival.from().sequence()))
                .ifPresent(last -> {
                    spent.add(leaving(last.from(), last.flow()));
                    taken.merge(
                            last.flow().id(),
                            new Arrow(last.flow().id(), 1, possible.size() > 1),
                            (before, now) ->
                                    new Arrow(before.id(), before.times() + 1, before.guessed() || now.guessed()));
                });
    }

    private boolean leads(Visit from, Visit to) {
        return drawing.is(Drawing.Kind.WAIT, from.step())
                ? !from.startedAt().isAfter(to.startedAt())
                : !from.cancelled() && isBefore(from, to);
    }

    /** The sequence counts within one execution only; between two of them the clock alone tells. */
    private static boolean isBefore(Visit from, Visit to) {
        Instant left = from.endedAt();
        return left.isBefore(to.startedAt()) || (left.equals(to.startedAt()) && from.sequence() <= to.sequence());
    }

    /** Each visit leads on along one arrow, and along each arrow once where it splits. */
    private String leaving(Visit from, Flow flow) {
        return drawing.is(Drawing.Kind.SPLIT, from.step()) ? from.id() + flow.id() : from.id();
    }
}
