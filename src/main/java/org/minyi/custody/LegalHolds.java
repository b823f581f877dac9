package org.minyi.custody;

import java.util.List;
import java.util.UUID;
import org.minyi.citizen.Hold;
import org.minyi.citizen.Holds;
import org.minyi.citizen.WordsBook;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Complaints;
import org.minyi.organisation.Member;
import org.minyi.organisation.Members;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who must stay known, for a lawsuit or an inspection, is not forgotten until the hold is lifted. The custodian alone sets
 * and lifts, by the number of a matter and without learning whom it is from; each is a fact that stays.
 */
@Service
public class LegalHolds {

    private final Custodians custodians;
    private final Holds holds;
    private final Complaints complaints;
    private final Members members;
    private final WordsBook book;

    LegalHolds(Custodians custodians, Holds holds, Complaints complaints, Members members, WordsBook book) {
        this.custodians = custodians;
        this.holds = holds;
        this.complaints = complaints;
        this.members = members;
        this.book = book;
    }

    /**
     * Holds whomever this matter is from; answers the hold's id.
     *
     * @param number of the matter: {@code 2026-000123}
     * @throws NotACustodian for everybody else
     * @throws ReasonMissing without a reason, or with one longer than 2,000 characters
     * @throws NoSuchHold where no matter has this number
     */
    @Transactional
    public UUID set(String user, String number, String reason) {
        custodians.mustBe(user);
        if (reason == null || reason.isBlank() || reason.length() > IdentityRequests.LONGEST_REASON) {
            throw new ReasonMissing();
        }
        var matter = complaints
                .numbered(number == null ? "" : number.strip())
                .orElseThrow(() -> new NoSuchHold("no matter has this number"));
        return holds.set(matter.person(), matter.id().value(), reason, user);
    }

    /**
     * Lifts a hold: from now on the person is forgotten when their time has come.
     *
     * @throws NotACustodian for everybody else
     * @throws NoSuchHold where none of this id stands
     */
    @Transactional
    public void lift(String user, UUID hold) {
        custodians.mustBe(user);
        if (!holds.lift(hold, user)) {
            throw new NoSuchHold("this hold does not stand, or was lifted already");
        }
    }

    /**
     * The holds that stand, oldest first.
     *
     * @throws NotACustodian for everybody else
     */
    public List<Held> standing(String user) {
        custodians.mustBe(user);
        var standing = holds.standing();
        var reasons = book.read(standing.stream().map(Hold::reason).toList());
        return standing.stream()
                .map(hold -> new Held(
                        hold.id(),
                        numberOf(hold.matter()),
                        reasons.get(hold.reason()),
                        hold.setAt(),
                        members.find(hold.setBy()).map(Member::name).orElse(hold.setBy())))
                .toList();
    }

    private String numberOf(UUID matter) {
        return matter == null
                ? null
                : complaints
                        .find(new ComplaintId(matter))
                        .map(Complaint::number)
                        .orElse(null);
    }
}
