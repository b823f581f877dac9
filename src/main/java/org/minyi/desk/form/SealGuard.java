package org.minyi.desk.form;

import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoricFormPropertyEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

/**
 * The last lock: whatever way a variable takes into the engine, a message, an operator's edit, a delegate's mistake, one
 * that carries words or an identity is refused, and the whole step with it. The value is never told.
 */
final class SealGuard implements HistoryEventHandler {

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricVariableUpdateEventEntity update) {
            refuse(update.getVariableName());
        } else if (event instanceof HistoricFormPropertyEventEntity property) {
            refuse(property.getPropertyId());
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private static void refuse(String variable) {
        if (variable != null && SealedNames.isSealed(variable)) {
            throw new IllegalStateException(
                    "'%s' may not become a variable: words and identities belong to the room citizen"
                            .formatted(variable));
        }
    }
}
