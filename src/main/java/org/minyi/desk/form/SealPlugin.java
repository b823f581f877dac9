package org.minyi.desk.form;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Puts our services in the place of the engine's, for Tasklist, REST and Java alike. */
@Component
class SealPlugin extends AbstractProcessEnginePlugin {

    private final Seal seal;
    private final FormChoices choices;

    SealPlugin(Seal seal, FormChoices choices) {
        this.seal = seal;
        this.choices = choices;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setTaskService(new SealedTasks(seal));
        configuration.setFormService(new SealedForms(seal, choices));
        configuration.setRuntimeService(new SealedRuntime(seal));
        configuration.getCustomHistoryEventHandlers().add(new SealGuard());
    }
}
