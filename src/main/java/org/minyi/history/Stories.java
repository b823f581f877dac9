package org.minyi.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.minyi.history.Trail.Change;
import org.minyi.history.Trail.Decided;
import org.minyi.history.Trail.Failure;
import org.minyi.history.Trail.Operation;
import org.minyi.history.Trail.Visit;
import org.minyi.organisation.Member;
import org.minyi.organisation.Members;
import org.springframework.stereotype.Component;

/** Puts together what the engine kept of one instance. */
@Component
class Stories {

    /** Who may not know whom a matter is from does not read either whether two are the same person's. */
    private static final Set<String> WHO = Set.of("personId", "lineId");

    private final HistoryTables instances;
    private final TrailTables trail;
    private final Rows rows;
    private final Models models;
    private final Members members;

    Stories(HistoryTables instances, TrailTables trail, Rows rows, Models models, Members members) {
        this.instances = instances;
        this.trail = trail;
        this.rows = rows;
        this.models = models;
        this.members = members;
    }

    /** What the engine kept of the instance and its family. */
    record Kept(
            Rows.Seen family,
            List<Visit> visits,
            List<Change> changes,
            List<Operation> operations,
            List<Decided> decided,
            List<Trail.Value> inputs,
            List<Trail.Value> outputs,
            List<Failure> failures) {}

    /**
     * Asked as the onlooker.
     *
     * @param deployment with which the drawing came
     */
    Kept look(String viewer, Instance instance, String deployment) {
        var decided = trail.decided(instance.id());
        var ids = decided.stream().map(Decided::id).toList();
        return new Kept(
                rows.look(instances.family(viewer, instance.root())),
                trail.visits(instance.id()),
                trail.changes(instance.id()),
                trail.operations(instance.id(), instance.process(), deployment),
                decided,
                trail.inputs(ids),
                trail.outputs(ids),
                trail.failures(instance.id()));
    }

    /** Not asked as the onlooker: the models are the engine's to read. Without the evidence of the matter. */
    Story of(Instance instance, Kept kept, boolean knowsWho) {
        var visits = kept.visits();
        var family = family(kept.family());
        return new Story(
                family.stream()
                        .filter(one -> one.id().equals(instance.id()))
                        .findFirst()
                        .orElseThrow()
                        .row(),
                instance.definition(),
                instance.startedBy(),
                instance.why(),
                family,
                places(visits, instance.end()),
                models.drawing(instance.definition())
                        .map(known -> PathTaken.of(known, visits))
                        .orElse(List.of()),
                steps(visits),
                kept.changes().stream()
                        .map(change -> knowsWho || !WHO.contains(change.name()) ? change : change.sealed())
                        .toList(),
                kept.operations(),
                decisions(kept),
                kept.failures(),
                names(Stream.of(
                                visits.stream().map(Visit::who),
                                kept.operations().stream()
                                        .flatMap(done -> Stream.of(done.who(), done.before(), done.after())),
                                Stream.ofNullable(instance.startedBy()))
                        .flatMap(ids -> ids)),
                null);
    }

    private List<Story.Relative> family(Rows.Seen seen) {
        var shown = rows.of(seen);
        var family = new ArrayList<Story.Relative>();
        for (var i = 0; i < shown.size(); i++) {
            var instance = seen.instances().get(i);
            family.add(new Story.Relative(instance.id(), instance.caller(), shown.get(i)));
        }
        return family;
    }

    private static List<Story.Place> places(List<Visit> visits, String end) {
        return visits.stream().collect(groupingBy(Visit::step, LinkedHashMap::new, toList())).values().stream()
                .map(all -> place(all, end))
                .toList();
    }

    private static Story.Place place(List<Visit> all, String end) {
        var last = all.get(all.size() - 1);
        return new Story.Place(
                last.step(),
                last.name(),
                all.size(),
                all.get(0).startedAt(),
                last.endedAt() == null ? last.startedAt() : last.endedAt(),
                all.stream().anyMatch(visit -> visit.endedAt() == null),
                last.step().equals(end));
    }

    private static List<Story.Step> steps(List<Visit> visits) {
        var times = new HashMap<String, Integer>();
        return visits.stream()
                .map(visit -> new Story.Step(
                        visit.step(),
                        visit.name(),
                        visit.type(),
                        times.merge(visit.step(), 1, Integer::sum),
                        visit.startedAt(),
                        visit.endedAt(),
                        seconds(visit.startedAt(), visit.endedAt()),
                        visit.cancelled(),
                        visit.who(),
                        visit.called()))
                .toList();
    }

    private static Long seconds(Instant from, Instant to) {
        return to == null ? null : Duration.between(from, to).toSeconds();
    }

    private List<Story.Decision> decisions(Kept kept) {
        var inputs = kept.inputs().stream().collect(groupingBy(Trail.Value::decision));
        var outputs = kept.outputs().stream().collect(groupingBy(Trail.Value::decision));
        return kept.decided().stream()
                .map(one -> decision(
                        one, inputs.getOrDefault(one.id(), List.of()), outputs.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private Story.Decision decision(Decided one, List<Trail.Value> inputs, List<Trail.Value> outputs) {
        var table = models.table(one.definition());
        return new Story.Decision(
                one.key(),
                one.name(),
                table.map(Table::version).orElse(null),
                one.step(),
                one.at(),
                said(inputs),
                said(outputs),
                outputs.stream()
                        .map(Trail.Value::rule)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                table.orElse(null));
    }

    private static List<Story.Said> said(List<Trail.Value> values) {
        return values.stream()
                .map(value -> new Story.Said(value.name() == null ? value.clause() : value.name(), value.value()))
                .toList();
    }

    private Map<String, String> names(Stream<String> ids) {
        var named = members.all().stream().collect(toMap(Member::userId, Member::name));
        var names = new TreeMap<String, String>();
        ids.filter(Objects::nonNull).filter(named::containsKey).forEach(id -> names.put(id, named.get(id)));
        return names;
    }
}
