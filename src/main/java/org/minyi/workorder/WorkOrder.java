package org.minyi.workorder;

import java.time.Instant;
import org.minyi.organisation.UnitCode;
import org.minyi.responsibility.Verdict;

/**
 * A work order as it stands.
 *
 * @param handling the unit that is responsible; null before dispatch
 * @param executing the unit that puts it right: the handling unit or one of its posts; null before it was signed
 * @param round counts rectifications; 1 is the first
 * @param returns how often a unit has sent it back
 * @param verdict null until confirmed
 * @param score 100 is blameless, 0 is accountable; null until confirmed
 * @param outcome null while it is open
 */
public record WorkOrder(
        WorkOrderId id,
        NewOrder matter,
        UnitCode handling,
        UnitCode executing,
        int round,
        int returns,
        State state,
        Verdict verdict,
        Integer score,
        Outcome outcome,
        Instant openedAt,
        Instant closedAt,
        int version) {

    /** Where an order stands. */
    public enum State {
        OPENED,
        DISPATCHED,
        VERIFYING,
        RECTIFYING,
        ASKED,
        CLOSED
    }

    public boolean isOpen() {
        return state != State.CLOSED;
    }
}
