package org.minyi.extension.process;

import java.util.HashMap;
import java.util.Map;
import org.minyi.desk.DecisionTables;
import org.minyi.extension.Entitlement;
import org.minyi.extension.ExtensionPlan;
import org.minyi.extension.Kind;
import org.springframework.stereotype.Component;

/** Reads extension-plan.dmn. */
@Component
class ExtensionPlanByTable implements ExtensionPlan {

    private final DecisionTables tables;

    ExtensionPlanByTable(DecisionTables tables) {
        this.tables = tables;
    }

    @Override
    public Entitlement entitlement(Kind kind, int before, String severity) {
        var question = new HashMap<String, Object>(Map.of("kind", kind.name(), "before", before));
        question.put("severity", severity == null ? "" : severity);
        var row = tables.answer("extension-plan", question);
        return new Entitlement(
                Entitlement.Decider.valueOf((String) row.get("decides")), (Integer) row.get("atMostDays"), (String)
                        row.get("why"));
    }
}
