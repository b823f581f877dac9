package org.minyi.board.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.minyi.audit.Anchor;
import org.minyi.audit.Anchors;
import org.minyi.audit.Finding;
import org.minyi.audit.Journal;
import org.minyi.board.EvidenceCheck;
import org.minyi.board.OpenFacts;
import org.minyi.desk.NobodyLoggedIn;
import org.minyi.desk.Visitors;
import org.minyi.organisation.Members;
import org.minyi.organisation.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The evidence for the auditor and the director: its latest facts, its anchors, and whether it holds. Reads only. */
@RestController
@RequestMapping("/audit/api")
class EvidenceApi {

    private static final Set<Role> READS = EnumSet.of(Role.AUDITOR, Role.DIRECTOR);
    private static final int PAGE = 50;

    private final Visitors visitors;
    private final Members members;
    private final Journal journal;
    private final OpenFacts facts;
    private final Anchors anchors;
    private final EvidenceCheck check;

    EvidenceApi(
            Visitors visitors,
            Members members,
            Journal journal,
            OpenFacts facts,
            Anchors anchors,
            EvidenceCheck check) {
        this.visitors = visitors;
        this.members = members;
        this.journal = journal;
        this.facts = facts;
        this.anchors = anchors;
        this.check = check;
    }

    /**
     * The evidence as it stands.
     *
     * @param anchor left out when nothing was anchored yet
     * @param directory left out when nothing is anchored at all
     */
    record Overview(long facts, Anchor anchor, Path directory, Check check) {}

    /** How far a verification is, or what the last one found. */
    record Check(boolean running, long position, long end, Result result) {}

    record Result(
            boolean holds,
            long facts,
            long faults,
            List<Finding> findings,
            long anchors,
            long anchored,
            double seconds,
            Instant endedAt) {}

    @GetMapping
    Overview overview(HttpServletRequest request) {
        mayRead(request);
        return new Overview(
                journal.end(), anchors.last().orElse(null), anchors.directory().orElse(null), check(check.standing()));
    }

    @GetMapping("/facts")
    List<OpenFacts.Shown> facts(
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, HttpServletRequest request) {
        return facts.before(mayRead(request), before, PAGE);
    }

    /** Begins a verification, or joins the one that is running. Changes nothing that is kept. */
    @PostMapping("/verify")
    Check verify(HttpServletRequest request) {
        mayRead(request);
        return check(check.begin());
    }

    private static Check check(EvidenceCheck.Standing standing) {
        var verdict = standing.verdict();
        return new Check(
                standing.running(),
                standing.position(),
                standing.end(),
                verdict == null
                        ? null
                        : new Result(
                                verdict.holds(),
                                verdict.facts(),
                                verdict.faults(),
                                verdict.findings(),
                                verdict.anchors(),
                                verdict.anchored(),
                                verdict.took().toMillis() / 1000.0,
                                standing.endedAt()));
    }

    private String mayRead(HttpServletRequest request) {
        var user = visitors.loggedIn(request).orElseThrow(NobodyLoggedIn::new);
        var roles = members.find(user).map(member -> member.roles()).orElse(Set.of());
        if (roles.stream().noneMatch(READS::contains)) {
            throw new NotAnAuditor();
        }
        return user;
    }
}
