package org.minyi.desk;

import org.minyi.sql.PlannerStatistics;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** What the planner is told of the engine's tables at every start. */
@Component
class EngineTablesAtStart implements InitializingBean {

    private final PlannerStatistics statistics;

    EngineTablesAtStart(PlannerStatistics statistics) {
        this.statistics = statistics;
    }

    @Override
    public void afterPropertiesSet() {
        statistics.look("act_ru_authorization");
    }
}
