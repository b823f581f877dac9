package org.minyi;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;

/**
 * The engine of the process tests: real models and delegates over the shared PostgreSQL, services mocked, the job
 * executor off so that a test moves each job itself. One engine for the whole run; models are deployed per test by
 * {@code @Deployment}. Delegates are registered with {@code Mocks.register} and forgotten with {@code Mocks.reset}.
 */
public final class ProcessEngines {

    private static ProcessEngine shared;

    private ProcessEngines() {}

    /** For {@code @RegisterExtension static ProcessEngineExtension engine = ProcessEngines.extension();}. */
    public static ProcessEngineExtension extension() {
        return ProcessEngineExtension.builder().useProcessEngine(shared()).build();
    }

    public static synchronized ProcessEngine shared() {
        if (shared == null) {
            shared = build();
        }
        return shared;
    }

    private static ProcessEngine build() {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("process-tests");
        configuration.setJdbcUrl(TestDatabase.fresh());
        configuration.setJdbcUsername(TestDatabase.OWNER);
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setJobExecutorActivate(false);
        configuration.setHistory(HistoryLevel.HISTORY_LEVEL_FULL.getName());
        configuration.setHistoryTimeToLive("P1095D");
        configuration.setCustomHistoryEventHandlers(new ArrayList<>(List.of(FullCoverage.STEPS)));
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(FullCoverage.FLOWS)));
        return configuration.buildProcessEngine();
    }
}
