package org.minyi.counter;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.IntStream;
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
            var code = made(form, time);
            if (tables.insertReceipt(kept(code), matter, clock.instant())) {
                return code;
            }
        }
        throw noneLeft();
    }

    /** What {@link #make} will make of this form, as long as nobody else comes to the same sixteen digits first. */
    ReceiptCode foreseen(String form) {
        return IntStream.range(0, TIMES)
                .mapToObj(time -> made(form, time))
                .filter(code -> tables.matterOf(kept(code)).isEmpty())
                .findFirst()
                .orElseThrow(Receipts::noneLeft);
    }

    /** The matter a receipt is for; nothing for one that was guessed. */
    public Optional<Complaint> matter(ReceiptCode code) {
        return tables.matterOf(kept(code)).flatMap(complaints::find);
    }

    private ReceiptCode made(String form, int time) {
        return ReceiptCode.of(hashes.of(MAKING, form + "/" + time));
    }

    private static IllegalStateException noneLeft() {
        return new IllegalStateException("no receipt was found that another matter does not have");
    }

    private byte[] kept(ReceiptCode code) {
        return hashes.of(KEEPING, code.digits());
    }
}
