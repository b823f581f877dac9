package org.minyi.workorder;

import java.time.Instant;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.UnitCode;

/**
 * One step of an order's story.
 *
 * @param by login, or {@code minyi} for what no person did
 * @param unit of whoever did it; null for the machine
 * @param outcome what was decided or came of it
 * @param words reasons or answer; null when nothing was said
 */
public record OrderStep(
        WorkOrderId order, int round, Step step, Instant at, String by, UnitCode unit, String outcome, WordsId words) {

    /** Who does what no person does. */
    public static final String MACHINE = "minyi";
}
