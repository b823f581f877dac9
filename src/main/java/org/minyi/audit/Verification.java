package org.minyi.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * Computes the chain anew from the facts and says where it is not what was kept. Knows the rule of the chain by itself:
 * a database that lies about its own hashes convinces nobody here.
 */
@Service
public class Verification {

    private static final int AT_ONCE = 5_000;
    private static final int MOST_UNLINKED = 1_000;
    private static final Set<String> TRIGGERS =
            Set.of("fact.link_fact", "fact.refuse", "link.move_head", "link.refuse", "head.refuse");

    /** Of the functions and triggers of V101. A migration that changes one gives the new hash here. */
    static final String MACHINERY = "99bb231fdcfb2dcad1dbc7b9960a828ede40ecfd02dc3013115f7ccda23a631a";

    private final ChainTables tables;
    private final Anchors anchors;

    Verification(ChainTables tables, Anchors anchors) {
        this.tables = tables;
        this.anchors = anchors;
    }

    /** Told how far it is. */
    @FunctionalInterface
    public interface Progress {
        void at(long position, long end);
    }

    /** The whole chain, the anchors, and what protects both. Changes nothing; facts may be kept meanwhile. */
    public Verdict whole(Progress progress) {
        var started = System.nanoTime();
        var findings = new Findings();
        var facts = 0L;
        var end = 0L;
        var anchored = new Anchored(findings, anchors.lines(findings));
        try {
            guards(findings);
            var count = tables.count();
            end = count.end();
            counted(count, findings);
            facts = walk(Math.max(count.end(), count.last()), findings, anchored, progress);
            if (findings.hashAt(count.end()) != null
                    && !findings.hashAt(count.end()).equals(count.hash())) {
                findings.add(Fault.END_MOVED, count.end(), "");
            }
            for (var fact : tables.unlinked(MOST_UNLINKED)) {
                findings.add(Fault.FACT_UNLINKED, 0, fact.toString());
            }
        } catch (DataAccessException failed) {
            findings.add(Fault.UNREADABLE, 0, failed.getClass().getSimpleName());
        }
        anchored.end();
        return findings.verdict(facts, end, anchored, Duration.ofNanos(System.nanoTime() - started));
    }

    /** Every fact of a matter against its link: fast enough for a page. A fact that is gone shows in the whole alone. */
    public Verdict ofMatter(UUID matter) {
        var started = System.nanoTime();
        var findings = new Findings();
        var facts = tables.of(matter);
        var end = 0L;
        for (var fact : facts) {
            var link = fact.link();
            if (link.isMissing()) {
                findings.add(Fault.FACT_UNLINKED, 0, link.factId().toString());
                continue;
            }
            end = link.position();
            var before = end == 1 ? Chain.BEGINNING : fact.before();
            if (before == null) {
                findings.add(Fault.LINKS_MISSING, end - 1, "");
            } else if (!link.hash().equals(Chain.hash(before, end, link.fact()))) {
                findings.add(Fault.FACT_CHANGED, end, link.factId().toString());
            }
        }
        return findings.verdict(facts.size(), end, null, Duration.ofNanos(System.nanoTime() - started));
    }

    private void guards(Findings findings) {
        var missing = new TreeSet<>(TRIGGERS);
        tables.triggers().forEach(missing::remove);
        missing.forEach(trigger -> findings.add(Fault.GUARD_DOWN, 0, "trigger " + trigger));
        var machinery = tables.machinery();
        if (!machinery.equals(MACHINERY)) {
            findings.add(Fault.GUARD_DOWN, 0, "functions and triggers are not those delivered: " + machinery);
        }
        tables.rightsToChange().forEach(right -> findings.add(Fault.GUARD_DOWN, 0, right));
    }

    private static void counted(ChainTables.Count count, Findings findings) {
        if (count.ends() != 1 || count.end() != count.last()) {
            findings.add(Fault.END_MOVED, count.end(), "the last link is " + count.last());
        }
    }

    /** From link to link; answers how many facts there were. */
    private long walk(long end, Findings findings, Anchored anchored, Progress progress) {
        var walk = new Walk(findings, anchored);
        var at = Long.MIN_VALUE;
        while (at < end) {
            var links = tables.after(at, AT_ONCE);
            if (links.isEmpty()) {
                break;
            }
            for (var link : links) {
                if (link.position() <= end) {
                    walk.on(link);
                }
            }
            at = links.get(links.size() - 1).position();
            progress.at(Math.min(at, end), end);
        }
        walk.ended(end);
        return walk.facts;
    }

    /** One step after the other, knowing the hash that was kept before and the one that should have been. */
    private static final class Walk {

        private final Findings findings;
        private final Anchored anchored;
        private long next = 1;
        private long facts;
        private String kept = Chain.BEGINNING;
        private String computed = kept;

        Walk(Findings findings, Anchored anchored) {
            this.findings = findings;
            this.anchored = anchored;
        }

        void on(Link link) {
            if (link.position() < next) {
                findings.add(Fault.LINK_TOO_MANY, link.position(), "" + link.factId());
                return;
            }
            var jumped = link.position() > next;
            if (jumped) {
                gap(link.position() - 1);
            }
            next = link.position() + 1;
            if (link.fact() == null) {
                findings.add(Fault.FACT_MISSING, link.position(), "" + link.factId());
                computed = link.hash();
            } else {
                facts++;
                computed = jumped ? link.hash() : checked(link);
            }
            kept = link.hash();
            findings.passed(link);
            anchored.passed(link.position(), link.hash());
        }

        /** What the hash should be. A link that alone was rewritten is known by the next, which still fits the old. */
        private String checked(Link link) {
            var fromKept = Chain.hash(kept, link.position(), link.fact());
            if (fromKept.equals(link.hash())) {
                return fromKept;
            }
            if (!kept.equals(computed)
                    && Chain.hash(computed, link.position(), link.fact()).equals(link.hash())) {
                findings.wasTheLink(link.position() - 1);
                return link.hash();
            }
            findings.add(Fault.FACT_CHANGED, link.position(), "" + link.factId());
            return fromKept;
        }

        void ended(long end) {
            if (next <= end) {
                gap(end);
            }
        }

        private void gap(long to) {
            findings.add(Fault.LINKS_MISSING, next, next == to ? "" : "to " + to);
        }
    }

    /** The anchors, met where the chain passes them. */
    private static final class Anchored {

        private final Findings findings;
        private final List<Anchor> lines;
        private int at;
        private long compared;
        private long last;

        Anchored(Findings findings, List<Anchor> lines) {
            this.findings = findings;
            this.lines = lines;
        }

        void passed(long position, String hash) {
            for (; at < lines.size() && lines.get(at).position() <= position; at++) {
                var anchor = lines.get(at);
                compared++;
                last = Math.max(last, anchor.position());
                if (anchor.position() < position || !anchor.hash().equals(hash)) {
                    contradicted(anchor);
                }
            }
        }

        /** What was anchored behind the end of the chain was cut off it. */
        void end() {
            for (; at < lines.size(); at++) {
                compared++;
                last = Math.max(last, lines.get(at).position());
                contradicted(lines.get(at));
            }
        }

        private void contradicted(Anchor anchor) {
            findings.add(Fault.ANCHOR_CONTRADICTS, anchor.position(), "anchored at " + anchor.at());
        }
    }

    /** All are counted, the first are told. */
    static final class Findings {

        private static final int TOLD = 20;

        private final List<Finding> told = new ArrayList<>();
        private long faults;
        private long lastPosition;
        private String lastHash;

        void add(Fault fault, long position, String where) {
            faults++;
            if (told.size() < TOLD) {
                told.add(new Finding(fault, position, where));
            }
        }

        void wasTheLink(long position) {
            told.replaceAll(finding -> finding.fault() == Fault.FACT_CHANGED && finding.position() == position
                    ? new Finding(Fault.LINK_CHANGED, position, finding.where())
                    : finding);
        }

        void passed(Link link) {
            lastPosition = link.position();
            lastHash = link.hash();
        }

        String hashAt(long position) {
            return position == lastPosition ? lastHash : null;
        }

        Verdict verdict(long facts, long end, Anchored anchored, Duration took) {
            return new Verdict(
                    facts,
                    end,
                    anchored == null ? 0 : anchored.compared,
                    anchored == null ? 0 : anchored.last,
                    faults,
                    List.copyOf(told),
                    took);
        }
    }
}
