package org.minyi.supervision.process;

import java.util.Map;
import org.minyi.desk.DecisionTables;
import org.minyi.supervision.ReminderLevel;
import org.minyi.supervision.ReminderLevels;
import org.springframework.stereotype.Component;

/** Reads reminder-levels.dmn. */
@Component
class ReminderLevelsByTable implements ReminderLevels {

    /** What is further away is all the same to a table that remembers its answers. */
    private static final int FAR = 100;

    private final DecisionTables tables;

    ReminderLevelsByTable(DecisionTables tables) {
        this.tables = tables;
    }

    @Override
    public ReminderLevel level(int hoursLeft) {
        var row = tables.answer("reminder-levels", Map.of("hoursLeft", Math.min(hoursLeft, FAR)));
        return ReminderLevel.valueOf((String) row.get("level"));
    }
}
