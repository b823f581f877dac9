package org.minyi.history;

import java.util.Collection;
import java.util.UUID;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.audit.Finding;
import org.minyi.audit.Verification;
import org.springframework.stereotype.Component;

/** That history was read is evidence itself; and of a matter that is read, whether its evidence stands. */
@Component
class Readings {

    private final Evidence evidence;
    private final Verification verification;

    Readings(Evidence evidence, Verification verification) {
        this.evidence = evidence;
        this.verification = verification;
    }

    void searched(String viewer, Search search, int shown) {
        evidence.keep(told(Fact.of(Deed.HISTORY_READ, viewer), search).with("shown", shown));
    }

    void exported(String viewer, Search search, Object format, int rows) {
        evidence.keep(told(Fact.of(Deed.EXPORTED, viewer), search)
                .with("format", format)
                .with("rows", rows));
    }

    void opened(String viewer, Instance instance, UUID matter) {
        evidence.keep(Fact.of(Deed.HISTORY_READ, viewer)
                .about(matter)
                .with("instance", instance.id())
                .with("process", instance.process()));
    }

    Story.Vouched vouched(UUID matter) {
        var verdict = verification.ofMatter(matter);
        return new Story.Vouched(
                verdict.holds(),
                verdict.facts(),
                verdict.end(),
                verdict.faults(),
                verdict.findings().stream().map(Finding::sentence).toList());
    }

    private static Fact told(Fact fact, Search search) {
        return fact.with("number", search.matter())
                .with("searched", code(search.process()))
                .with("units", codes(search.units()))
                .with("people", codes(search.people()))
                .with("step", code(search.step()))
                .with("ended", search.ended())
                .with("outcome", code(search.outcome()))
                .with("startedFrom", search.started().from())
                .with("startedBefore", search.started().before())
                .with("endedFrom", search.over().from())
                .with("endedBefore", search.over().before());
    }

    /** All of a city's units would be too long to keep: the first and how many more. */
    private static String codes(Collection<String> all) {
        if (all.isEmpty()) {
            return null;
        }
        var first = code(all.iterator().next());
        return all.size() == 1 ? first : first + "+" + (all.size() - 1);
    }

    /** Comes from an address, so it may be anything. */
    private static String code(String typed) {
        return typed == null || typed.matches("[\\w.-]{1,100}") ? typed : "unreadable";
    }
}
