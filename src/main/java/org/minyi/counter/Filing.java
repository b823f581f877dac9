package org.minyi.counter;

import java.util.HexFormat;
import java.util.List;
import org.minyi.citizen.KeyedHash;
import org.minyi.citizen.upload.UploadAnswer;
import org.minyi.complaint.Fault;
import org.minyi.complaint.HandIn;
import org.minyi.complaint.HandInAnswer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A matter that a citizen files on the web: checked as from any other channel, and receipted. */
@Service
public class Filing {

    private static final String FORM = "counter.form";

    private final HandIn handIn;
    private final Receipts receipts;
    private final KeyedHash hashes;

    Filing(HandIn handIn, Receipts receipts, KeyedHash hashes) {
        this.handIn = handIn;
        this.receipts = receipts;
        this.hashes = hashes;
    }

    /** What became of it. */
    public sealed interface Filed {

        /**
         * It is taken in.
         *
         * @param number as people say it
         */
        record Taken(String number, ReceiptCode receipt) implements Filed {}

        /** It is not: every fault at once. */
        record Refused(List<Fault> faults) implements Filed {}
    }

    /**
     * Takes a matter in, once for each form: whoever sends theirs twice reads the same number and the same receipt.
     *
     * @param form the number that the empty form was handed out with
     * @param files in the order in which they were chosen, checked
     */
    @Transactional
    public Filed file(String form, CitizensMatter matter, List<UploadAnswer.Accepted> files) {
        var answer = handIn.take(matter.handedIn(reference(form)), files);
        if (answer instanceof HandInAnswer.Refused refused) {
            return new Filed.Refused(refused.faults());
        }
        var taken = ((HandInAnswer.Taken) answer).matter();
        return new Filed.Taken(taken.number(), receipts.make(taken.id(), form));
    }

    private String reference(String form) {
        return "web-" + HexFormat.of().formatHex(hashes.of(FORM, form), 0, 16);
    }
}
