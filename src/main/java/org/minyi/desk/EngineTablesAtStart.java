package org.minyi.desk;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Once the engine has made its tables. */
@Component
class EngineTablesAtStart implements InitializingBean {

    private final EngineTables tables;

    /** The engine is asked for to be sure that it is there: it makes its tables when it is built. */
    EngineTablesAtStart(EngineTables tables, ProcessEngine engine) {
        this.tables = tables;
    }

    @Override
    public void afterPropertiesSet() {
        tables.tellPlannerAboutPermissions();
    }
}
