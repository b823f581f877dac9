package org.minyi.contact;

import java.util.ArrayList;
import java.util.List;

/** Counts what becomes of a delivery while it is taken over. */
final class Tally {

    /** More would not be read by anybody, and the answer has to fit into memory. */
    static final int REJECTS_LISTED = 1_000;

    private final List<Reject> rejects = new ArrayList<>();
    private long accepted;
    private long repeated;
    private long rejected;
    private long leftOut;

    void wrote(int contacts, int repeats) {
        accepted += contacts;
        repeated += repeats;
    }

    void rejected(int lines, List<Reject> reasons) {
        rejected += lines;
        for (var reason : reasons) {
            if (rejects.size() < REJECTS_LISTED) {
                rejects.add(reason);
            } else {
                leftOut++;
            }
        }
    }

    long received() {
        return accepted + repeated + rejected;
    }

    ImportAnswer answer(List<String> unknownColumns) {
        return new ImportAnswer(received(), accepted, repeated, rejected, unknownColumns, rejects, leftOut);
    }
}
