package org.minyi.desk.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Closes the engine from inside (ENGINE.md section 1): whatever a stored model, form, table or filter says, there is
 * nothing to run it with. It needs no check at deployment, and stays when that is switched off.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class GuardPlugin extends AbstractProcessEnginePlugin {

    private final KnownBeans known;
    private final DeployCheck check;

    GuardPlugin(KnownBeans known, DeployCheck check) {
        this.known = known;
        this.check = check;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new GuardedExpressions(known));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setArtifactFactory(new NoClasses());
        engine.setBpmnParseFactory(GuardedParse::new);
        engine.setDmnElProvider(text -> {
            throw new ProcessEngineException("a table speaks FEEL and nothing else");
        });
        engine.setFilterService(new GuardedFilters());
        engine.setManagementService(new GuardedManagement(engine));
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        // An object of a named class is never made from what somebody sends.
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setCustomPreCommandInterceptorsTxRequired(before(engine.getCustomPreCommandInterceptorsTxRequired()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                before(engine.getCustomPreCommandInterceptorsTxRequiresNew()));
        var sessions = new ArrayList<>(
                Optional.ofNullable(engine.getCustomSessionFactories()).orElse(List.of()));
        sessions.add(new KeptFilters.Opening());
        engine.setCustomSessionFactories(sessions);
        var deployers = new ArrayList<>(
                Optional.ofNullable(engine.getCustomPreDeployers()).orElse(List.of()));
        deployers.add(0, check);
        engine.setCustomPreDeployers(deployers);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.getCommandCheckers()
                .replaceAll(checker -> checker instanceof AuthorizationCommandChecker ? new RunningOnly() : checker);
    }

    private static List<CommandInterceptor> before(List<CommandInterceptor> others) {
        var all = new ArrayList<CommandInterceptor>();
        all.add(new QuietRefusals());
        all.add(new QueryGuard());
        Optional.ofNullable(others).ifPresent(all::addAll);
        return all;
    }
}
