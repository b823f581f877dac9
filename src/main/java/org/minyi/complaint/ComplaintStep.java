package org.minyi.complaint;

import java.time.Instant;
import org.minyi.citizen.WordsId;

/**
 * Something decided about a matter outside its work order.
 *
 * @param step name of the task or the ending: triage, duplicate, answer, transfer, withdrawal, closed, told
 * @param by user id, or minyi
 * @param words the reasons or the answer; null when there are none
 */
public record ComplaintStep(String step, Instant at, String by, String outcome, WordsId words) {}
