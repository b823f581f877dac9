package org.minyi.outage.process;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.spring.boot.starter.event.ProcessApplicationStartedEvent;
import org.minyi.calendar.Outages;
import org.minyi.outage.Jobs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * Starts what works off the engine's jobs: with Minyi, or after an outage when everything before them is done. An outage
 * that comes while Minyi runs holds them up as well.
 */
@Configuration(proxyBeanMethods = false)
class JobsAfterOutage implements Jobs {

    /** The starter's own would begin at once. */
    private static final String STARTED_AT_ONCE = "jobExecutorStartingEventListener";

    private final ObjectProvider<JobExecutor> executor;
    private final Outages outages;
    private volatile boolean started;

    JobsAfterOutage(ObjectProvider<JobExecutor> executor, Outages outages) {
        this.executor = executor;
        this.outages = outages;
    }

    @Bean
    static BeanDefinitionRegistryPostProcessor nobodyElseStartsTheJobs() {
        return new BeanDefinitionRegistryPostProcessor() {
            @Override
            public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
                if (registry.containsBeanDefinition(STARTED_AT_ONCE)) {
                    registry.removeBeanDefinition(STARTED_AT_ONCE);
                }
            }
        };
    }

    @EventListener
    void on(ProcessApplicationStartedEvent ready) {
        this.started = true;
        if (outages.open().isEmpty()) {
            begin();
        }
    }

    /**
     * Not before Minyi itself is there: whoever asks earlier is answered when it is. One at a time, for the engine's own
     * start is not made for two: the second one's thread would never be told to stop, and Minyi would never end.
     */
    @Override
    public synchronized void begin() {
        executor.ifAvailable(one -> {
            if (started && !one.isActive()) {
                one.setAcquireJobsCmdFactory(new WhileAtWork(one, outages));
                one.start();
            }
        });
    }
}
