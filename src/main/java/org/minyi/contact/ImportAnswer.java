package org.minyi.contact;

import java.util.List;

/**
 * What became of a delivery. {@code received = accepted + repeated + rejected}.
 *
 * @param repeated known by source and reference already; they changed nothing
 * @param unknownColumns columns nobody here knows; they were passed over
 * @param rejects at most {@link Tally#REJECTS_LISTED} of them
 * @param rejectsLeftOut how many more there were
 */
public record ImportAnswer(
        long received,
        long accepted,
        long repeated,
        long rejected,
        List<String> unknownColumns,
        List<Reject> rejects,
        long rejectsLeftOut) {}
