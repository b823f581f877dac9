package org.minyi.board;

import java.util.Optional;
import java.util.Set;
import org.minyi.counter.CallReceipts;
import org.minyi.organisation.CentreSettings;
import org.springframework.stereotype.Component;

/** What whoever takes a call reads out to the caller, for them to ask with later. */
@Component
class CallersReceipt {

    private static final Set<String> TAKING_A_CALL =
            Set.of("hotline-call.takeCall", "police-hotline.takeWord", "ring-back.ringBack");

    private final CallReceipts receipts;
    private final CentreSettings centre;

    CallersReceipt(CallReceipts receipts, CentreSettings centre) {
        this.receipts = receipts;
        this.centre = centre;
    }

    /** For whoever has the call in hand alone; nothing for any other task. */
    Optional<Dossier.Receipt> of(String viewer, OpenTask task) {
        return TAKING_A_CALL.contains(task.step()) && viewer.equals(task.assignee())
                ? Optional.of(new Dossier.Receipt(
                        receipts.toReadOut(task.matter()).inFours(),
                        centre.address().isEmpty() ? null : centre.address() + "/counter/"))
                : Optional.empty();
    }
}
