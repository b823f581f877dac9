package org.minyi.desk;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.minyi.organisation.UnitCode;

/**
 * An open task that somebody sees.
 *
 * @param step drawing and element: {@code work-order.signOrder}
 * @param instance the process it belongs to
 * @param assignee null until somebody claims it
 * @param unit to which it is offered; null for the centre's groups
 * @param due null when nothing fixed it
 * @param variables what the matter's process carries
 */
public record SeenTask(
        String id,
        String name,
        String step,
        String instance,
        String assignee,
        UnitCode unit,
        Instant due,
        Map<String, Object> variables) {

    /** A text that the process carries. */
    public Optional<String> text(String variable) {
        return variables.get(variable) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** A number that the process carries. */
    public Optional<Integer> number(String variable) {
        return variables.get(variable) instanceof Integer number ? Optional.of(number) : Optional.empty();
    }
}
