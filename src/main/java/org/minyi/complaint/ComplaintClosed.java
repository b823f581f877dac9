package org.minyi.complaint;

import org.minyi.citizen.WordsId;

/**
 * A matter has come to its end.
 *
 * @param words the answer, or the reasons; null where the work order has them, and where there are none
 */
public record ComplaintClosed(ComplaintId complaint, String outcome, WordsId words) {}
