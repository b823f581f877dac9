package org.minyi.custody;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.citizen.WordsBook;
import org.minyi.citizen.WordsId;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Complaints;
import org.minyi.organisation.FourEyes;
import org.minyi.sight.Sights;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Identities are handed out by the custodian alone: with a reason, to one person, for one matter, for a day; every step
 * is a fact that stays (DESIGN section 5; 信访工作条例 2022 article 30).
 */
@Service
public class IdentityRequests {

    /** How long a grant holds. */
    public static final Duration HOLDS_FOR = Duration.ofHours(24);

    static final int LONGEST_REASON = 2_000;

    private final CustodyTables tables;
    private final Custodians custodians;
    private final Sights sights;
    private final Complaints complaints;
    private final WordsBook book;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IdentityRequests(
            CustodyTables tables,
            Custodians custodians,
            Sights sights,
            Complaints complaints,
            WordsBook book,
            Evidence evidence,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tables = tables;
        this.custodians = custodians;
        this.sights = sights;
        this.complaints = complaints;
        this.book = book;
        this.evidence = evidence;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Brings the question to the custodian. Whoever has asked already and waits asks nothing new.
     *
     * @throws MayNotAsk for a matter that is not theirs to see, and for those the matter is about
     * @throws ReasonMissing without a reason, or with one longer than 2,000 characters
     */
    @Transactional
    public IdentityRequest ask(String user, UUID matter, String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new ReasonMissing();
        }
        if (matter == null || !sights.mayAskWho(user, matter)) {
            throw new MayNotAsk();
        }
        var person = complaints
                .find(new ComplaintId(matter))
                .orElseThrow(MayNotAsk::new)
                .person();
        var id = new RequestId(UuidCreator.getTimeOrderedEpoch());
        var words = book.keep(person, reason.strip());
        if (tables.insert(id, matter, person, user, clock.instant(), words)) {
            evidence.keep(Fact.of(Deed.IDENTITY_ASKED, user).about(matter).with("request", id));
            events.publishEvent(new IdentityAsked(id, matter, person));
        }
        return tables.latest(matter, user).orElseThrow();
    }

    /** Refuses whoever asked: nobody is their own custodian. */
    public void mustBeAnother(RequestId id, String user) {
        FourEyes.mustBeSecond(
                tables.get(id).askedBy(),
                user,
                "You asked for this identity yourself: another custodian has to decide.");
    }

    /**
     * Hands the identity to whoever asked, for {@link #HOLDS_FOR} from now.
     *
     * @throws NotACustodian whatever the drawing that led here says
     */
    @Transactional
    public void grant(RequestId id, String custodian, WordsId words) {
        custodians.mustBe(custodian);
        mustBeAnother(id, custodian);
        var now = clock.instant();
        tables.decide(id, IdentityRequest.State.GRANTED, custodian, now, words, now.plus(HOLDS_FOR));
        keep(Deed.IDENTITY_GRANTED, id, custodian);
    }

    /**
     * Keeps the identity sealed.
     *
     * @throws NotACustodian whatever the drawing that led here says
     * @throws ReasonMissing where nobody would learn why
     */
    @Transactional
    public void refuse(RequestId id, String custodian, WordsId words) {
        custodians.mustBe(custodian);
        mustBeAnother(id, custodian);
        if (words == null) {
            throw new ReasonMissing();
        }
        tables.decide(id, IdentityRequest.State.REFUSED, custodian, clock.instant(), words, null);
        keep(Deed.IDENTITY_REFUSED, id, custodian);
    }

    /** Whether this person holds the identity of this matter now, and may still see the matter. */
    public boolean isOpenTo(String user, UUID matter) {
        return tables.latest(matter, user)
                .filter(request -> request.until() != null)
                .filter(request -> clock.instant().isBefore(request.until()))
                .filter(request -> sights.mayAskWho(user, matter))
                .isPresent();
    }

    public Optional<IdentityRequest> find(RequestId id) {
        return tables.find(id);
    }

    /** What this person last asked about this matter. */
    public Optional<IdentityRequest> latest(UUID matter, String user) {
        return tables.latest(matter, user);
    }

    /** All requests about a matter, oldest first. */
    public List<IdentityRequest> about(UUID matter) {
        return tables.about(matter);
    }

    private void keep(Deed deed, RequestId id, String custodian) {
        var request = tables.get(id);
        evidence.keep(Fact.of(deed, custodian)
                .about(request.matter())
                .with("request", id)
                .with("askedBy", request.askedBy()));
    }
}
