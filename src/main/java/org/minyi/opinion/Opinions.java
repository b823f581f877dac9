package org.minyi.opinion;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.citizen.WordsBook;
import org.minyi.citizen.WordsId;
import org.minyi.workorder.OrderHandedOn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leaders supervise matters (领导批示督办): the director any that is open, the leader of a sub-centre those of their own
 * unit. The unit must answer, and the matter stays marked until the leader is content; its own course goes on meanwhile.
 */
@Service
public class Opinions {

    static final int LONGEST = 2_000;

    private final OpinionTables tables;
    private final Supervised supervised;
    private final WordsBook book;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Opinions(
            OpinionTables tables,
            Supervised supervised,
            WordsBook book,
            Evidence evidence,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tables = tables;
        this.supervised = supervised;
        this.book = book;
        this.evidence = evidence;
        this.events = events;
        this.clock = clock;
    }

    /** Whether this person may supervise this matter, and does not wait for an answer already. */
    public boolean mayRaise(String user, UUID matter) {
        return supervised.by(user, matter).isPresent() && !tables.waits(matter, user);
    }

    /**
     * Marks the matter and has the unit answer.
     *
     * @throws MayNotRaise for a matter that is not theirs
     * @throws OpinionMissing without words, or with more than 2,000 characters
     * @throws OpinionWaits as long as an earlier one of theirs on this matter is open
     */
    @Transactional
    public Opinion raise(String user, UUID matter, String words) {
        if (words == null || words.isBlank() || words.length() > LONGEST) {
            throw new OpinionMissing();
        }
        var by = supervised.by(user, matter).orElseThrow(MayNotRaise::new);
        return raise(user, by, book.keep(by.complaint().person(), words.strip()))
                .orElseThrow(OpinionWaits::new);
    }

    /**
     * An exchange of the city supervises a matter that came from it: the unit answers as it answers the director, and the
     * centre's reviewers look at the answer before the exchange reads it.
     *
     * @param exchange whose opinion it is: its channel
     * @return empty as long as an earlier one of it is open
     * @throws MayNotRaise for a matter that is over
     */
    @Transactional
    public Optional<Opinion> raiseFromOutside(String exchange, UUID matter, WordsId words) {
        return raise(exchange, supervised.fromOutside(matter).orElseThrow(MayNotRaise::new), words);
    }

    private Optional<Opinion> raise(String user, Supervised.By by, WordsId words) {
        var opinion = new Opinion(
                new OpinionId(UuidCreator.getTimeOrderedEpoch()),
                by.complaint().id().value(),
                user,
                now(),
                by.answering().unit(),
                words,
                Opinion.State.RAISED,
                List.of());
        if (!tables.insert(opinion)) {
            return Optional.empty();
        }
        keep(Deed.OPINION_RAISED, user, opinion);
        events.publishEvent(
                new OpinionRaised(opinion, by.complaint(), by.facts(), by.round(), by.answering(), by.leading()));
        return Optional.of(opinion);
    }

    /** Whoever has the matter answers: what is not settled goes along with the order. */
    @EventListener
    @Transactional
    public void follow(OrderHandedOn handed) {
        var matter = handed.order().matter().complaint();
        tables.about(matter).stream()
                .filter(opinion -> opinion.state() != Opinion.State.SETTLED)
                .forEach(opinion -> supervised
                        .raising(opinion.raisedBy(), matter)
                        .filter(by -> !by.answering().unit().equals(opinion.unit()))
                        .ifPresent(by -> handOn(opinion, by)));
    }

    private void handOn(Opinion opinion, Supervised.By by) {
        tables.address(opinion.id(), by.answering().unit());
        var addressed = tables.get(opinion.id());
        keep(Deed.OPINION_HANDED_ON, Fact.MINYI, addressed);
        events.publishEvent(new OpinionHandedOn(addressed, by.facts(), by.round(), by.answering()));
    }

    /**
     * Keeps the unit's answer.
     *
     * @throws OpinionMissing without words
     */
    @Transactional
    public void answer(OpinionId id, String by, WordsId words) {
        if (words == null) {
            throw new OpinionMissing();
        }
        tables.answer(id, by, now(), words);
        keep(Deed.OPINION_ANSWERED, by, tables.get(id));
    }

    /**
     * Keeps whether the leader is content.
     *
     * @param words what is missing; required where they are not
     * @throws OpinionMissing where nobody would know what is missing
     */
    @Transactional
    public void judge(OpinionId id, boolean accepted, String by, WordsId words) {
        if (!accepted && words == null) {
            throw new OpinionMissing();
        }
        tables.judge(id, accepted, by, now(), words);
        if (accepted) {
            var settled = tables.get(id);
            keep(Deed.OPINION_SETTLED, by, settled);
            events.publishEvent(new OpinionSettled(settled));
        }
    }

    public Opinion get(OpinionId id) {
        return tables.get(id);
    }

    /** The opinions on a matter, oldest first. */
    public List<Opinion> about(UUID matter) {
        return tables.about(matter);
    }

    /** Of these matters those that are supervised now. */
    public Set<UUID> supervised(Collection<UUID> matters) {
        return matters.isEmpty() ? Set.of() : tables.supervised(matters);
    }

    private void keep(Deed deed, String by, Opinion opinion) {
        evidence.keep(Fact.of(deed, by)
                .about(opinion.matter())
                .with("opinion", opinion.id())
                .with("unit", opinion.unit()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
