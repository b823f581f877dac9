package org.minyi.counter;

import java.time.Clock;
import java.util.Optional;
import org.minyi.citizen.KeyedHash;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Complaints;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Receipts: made once for a matter, shown once, found again by a keyed hash alone. */
@Service
public class Receipts {

    private static final String MAKING = "counter.receipt";
    private static final String KEEPING = "counter.receipt.kept";
    /** With 10^16 of them two meet by chance once in a hundred million matters; three never. */
    private static final int TIMES = 5;

    private final CounterTables tables;
    private final KeyedHash hashes;
    private final Complaints complaints;
    private final Clock clock;

    Receipts(CounterTables tables, KeyedHash hashes, Complaints complaints, Clock clock) {
        this.tables = tables;
        this.hashes = hashes;
        this.complaints = complaints;
        this.clock = clock;
    }

    /**
     * The receipt of a matter. The same form that is sent twice gets the same one: it is made from the form's own number,
     * which only the browser that filled it in has.
     */
    @Transactional
    public ReceiptCode make(ComplaintId matter, String form) {
        for (var time = 0; time < TIMES; time++) {
            var code = ReceiptCode.of(hashes.of(MAKING, form + "/" + time));
            if (tables.insertReceipt(kept(code), matter, clock.instant())) {
                return code;
            }
        }
        throw new IllegalStateException("no receipt was found that another matter does not have");
    }

    /** The matter a receipt is for; nothing for one that was guessed. */
    public Optional<Complaint> matter(ReceiptCode code) {
        return tables.matterOf(kept(code)).flatMap(complaints::find);
    }

    private byte[] kept(ReceiptCode code) {
        return hashes.of(KEEPING, code.digits());
    }
}
