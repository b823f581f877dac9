package org.minyi.outage.process;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultAcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.minyi.calendar.Outages;

/**
 * Takes no job as long as an outage is not dealt with: when the database comes back, or the machine that stood still goes
 * on, the engine is there before anybody has noticed that time passed.
 */
class WhileAtWork extends DefaultAcquireJobsCommandFactory {

    private final Outages outages;

    WhileAtWork(JobExecutor executor, Outages outages) {
        super(executor);
        this.outages = outages;
    }

    @Override
    public Command<AcquiredJobs> getCommand(int atMost) {
        var acquire = super.getCommand(atMost);
        return command -> outages.isAtWork() ? acquire.execute(command) : new AcquiredJobs(atMost);
    }
}
