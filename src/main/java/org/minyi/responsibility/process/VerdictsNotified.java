package org.minyi.responsibility.process;

import static org.minyi.responsibility.process.ResponsibilityProcess.PART;
import static org.minyi.responsibility.process.ResponsibilityProcess.RESPONDENT_OFFICER;
import static org.minyi.responsibility.process.ResponsibilityProcess.RESPONDENT_UNIT;
import static org.minyi.responsibility.process.ResponsibilityProcess.SCORE;
import static org.minyi.responsibility.process.ResponsibilityProcess.VERDICT;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.minyi.responsibility.VerdictNotified;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins what a respondent is owed: being told, being heard, and an end. In the transaction of the verdict. */
@Component
class VerdictsNotified {

    private final RuntimeService runtime;

    VerdictsNotified(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(VerdictNotified notified) {
        runtime.startProcessInstanceByKey(
                ResponsibilityProcess.ID, notified.responsibility().id().toString(), variables(notified));
    }

    private static VariableMap variables(VerdictNotified notified) {
        var one = notified.responsibility();
        var variables = notified.matter().facts().variables(one.round());
        // Whoever is held responsible judges nothing here; nor does whoever was complained about, who touched it
        // before.
        RESPONDENT_UNIT.with(one.unit().value(), variables);
        RESPONDENT_OFFICER.with(one.officer(), variables);
        PART.with(one.id().toString(), variables);
        VERDICT.with(one.confirmed().verdict().name(), variables);
        return SCORE.with(String.valueOf(one.confirmed().score()), variables);
    }
}
