package org.minyi.exchange;

import java.time.Clock;
import java.util.UUID;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.citizen.WordsId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Messages that failed, and what a person decides about them. */
@Service
public class DeadLetters {

    private final DeadLetterTables letters;
    private final LinkTables links;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeadLetters(
            DeadLetterTables letters,
            LinkTables links,
            Evidence evidence,
            ApplicationEventPublisher events,
            Clock clock) {
        this.letters = letters;
        this.links = links;
        this.evidence = evidence;
        this.events = events;
        this.clock = clock;
    }

    /** Brings a message that lies dead in its table to a desk, in the same transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    void laid(UUID id) {
        var letter = letters.find(id).orElseThrow();
        keep(Deed.EXCHANGE_FAILED, Fact.MINYI, letter);
        events.publishEvent(new LetterDead(letter));
    }

    /** It is tried once more, from the beginning; what is missing before it is not waited for any longer. */
    @Transactional
    public void repeat(UUID id, String by) {
        var letter = letters.find(id).orElseThrow();
        mustLieHere(letters.repeat(letter, clock.instant()), letter);
        keep(Deed.EXCHANGE_REPEATED, by, letter);
    }

    /**
     * It goes no further, and what comes after it does.
     *
     * @param as BY_TELEPHONE or IGNORED
     * @throws NoReasonGiven without words: nobody would know what became of it
     */
    @Transactional
    public void setAside(UUID id, Letter.State as, String by, WordsId words) {
        if (words == null) {
            throw new NoReasonGiven();
        }
        var letter = letters.find(id).orElseThrow();
        mustLieHere(letters.setAside(letter, as, by, words, clock.instant()), letter);
        if (letter.way() == Way.IN) {
            links.goOnAfter(letter.peer(), letter.reference(), letter.sequence());
        }
        keep(Deed.EXCHANGE_SET_ASIDE, by, letter);
    }

    private static void mustLieHere(boolean changed, Letter letter) {
        if (!changed) {
            throw new IllegalStateException("message " + letter.id() + " lies on no desk");
        }
    }

    private void keep(Deed deed, String by, Letter letter) {
        evidence.keep(Fact.of(deed, by)
                .about(letter.matter())
                .with("message", letter.id())
                .with("peer", letter.peer())
                .with("way", letter.way())
                .with("kind", letter.kind())
                .witness("reason", letter.reason()));
    }
}
