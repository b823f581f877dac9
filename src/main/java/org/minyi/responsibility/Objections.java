package org.minyi.responsibility;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.minyi.audit.Hands;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.Impartiality;
import org.minyi.organisation.Member;
import org.minyi.organisation.Members;
import org.minyi.organisation.Role;
import org.minyi.organisation.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Contesting a verdict. Whoever judges has had no hand in the matter before and does not belong to those it is about: the
 * evidence says who had one.
 */
@Service
public class Objections {

    /** The step of judging, as the evidence calls it. */
    private static final String JUDGING = "responsibility.judgeObjection";

    private static final List<Role> JUDGES = List.of(Role.REVIEWER, Role.DIRECTOR, Role.INSPECTOR);

    private final ResponsibilityTables tables;
    private final Hands hands;
    private final Impartiality impartiality;
    private final Members members;
    private final Units units;
    private final Clock clock;

    Objections(
            ResponsibilityTables tables,
            Hands hands,
            Impartiality impartiality,
            Members members,
            Units units,
            Clock clock) {
        this.tables = tables;
        this.hands = hands;
        this.impartiality = impartiality;
        this.members = members;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Keeps an objection; nothing follows of the verdict until it is settled.
     *
     * @throws ReasonsMissing where nobody would know why
     */
    @Transactional
    public void raise(ResponsibilityId id, String by, WordsId words) {
        if (words == null) {
            throw new ReasonsMissing("an objection");
        }
        tables.object(tables.get(id), by, clock.instant(), words);
    }

    /**
     * Who may judge it: the reviewers who had no hand in it, else the director, else the inspector.
     *
     * @throws NobodyIndependent where none of them is left
     */
    public List<String> judges(ResponsibilityId id) {
        var one = tables.get(id);
        var touched = hands.in(one.matter(), JUDGING);
        return JUDGES.stream()
                .map(role -> holding(role)
                        .filter(member -> !touched.contains(member.userId()))
                        .filter(member -> impartiality.isImpartial(member, one.unit(), one.officer()))
                        .map(Member::userId)
                        .toList())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElseThrow(() -> new NobodyIndependent(id));
    }

    private Stream<Member> holding(Role role) {
        return members.holding(role, units.centre().code()).stream();
    }

    /**
     * Refuses whoever has had a hand in the matter; taking the objection itself is none.
     *
     * @throws NotIndependent for everybody else than {@link #judges}
     */
    public void mustBeIndependent(ResponsibilityId id, String user) {
        if (!judges(id).contains(user)) {
            throw new NotIndependent(user);
        }
    }

    /**
     * The verdict becomes another one, in favour of whoever objected: an objection makes nothing worse.
     *
     * @throws ReasonsMissing where nobody would know why
     * @throws NotInTheirFavour for a score that is no higher than it was
     */
    @Transactional
    public void uphold(ResponsibilityId id, String by, WordsId words, Judgement instead) {
        var before = tables.get(id).confirmed();
        if (instead.score() <= before.score()) {
            throw new NotInTheirFavour(before.score());
        }
        judge(id, Objection.Outcome.UPHELD, by, words, instead);
    }

    /**
     * The verdict stays.
     *
     * @throws ReasonsMissing where nobody would know why
     */
    @Transactional
    public void reject(ResponsibilityId id, String by, WordsId words) {
        judge(id, Objection.Outcome.REJECTED, by, words, null);
    }

    private void judge(ResponsibilityId id, Objection.Outcome outcome, String by, WordsId words, Judgement instead) {
        if (words == null) {
            throw new ReasonsMissing("what is decided on an objection");
        }
        tables.judge(tables.get(id), outcome, by, clock.instant(), words, instead);
    }
}
