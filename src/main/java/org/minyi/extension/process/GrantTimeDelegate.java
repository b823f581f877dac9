package org.minyi.extension.process;

import static org.minyi.extension.process.ExtensionProcess.DECISION_WORDS_ID;
import static org.minyi.extension.process.ExtensionProcess.DONE_BY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.citizen.WordsId;
import org.minyi.extension.Granting;
import org.springframework.stereotype.Component;

/** The deadline moves by what was asked for. */
@Component
class GrantTimeDelegate implements JavaDelegate {

    private final Granting granting;

    GrantTimeDelegate(Granting granting) {
        this.granting = granting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        granting.grant(
                ExtensionProcess.request(execution),
                DONE_BY.on(execution).get(),
                DECISION_WORDS_ID.on(execution).optional().map(WordsId::of).orElse(null));
    }
}
