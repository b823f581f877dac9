package org.minyi.outage.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.spring.boot.starter.event.ProcessApplicationStartedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.MovableClock;
import org.minyi.PlayedOrder;
import org.minyi.TestDatabase;
import org.minyi.calendar.Outages;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The engine is there before anybody has noticed that time passed: it is given nothing to do until it was made up for. */
@MinyiTest
@Import(MovableClock.InPlaceOfTheClock.class)
@TestPropertySource(properties = "minyi.sms.sending-hours=08:00-21:00")
class WhileAtWorkTest {

    @Autowired
    ApplicationContext minyi;

    @Autowired
    Outages outages;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    MovableClock clock;

    @Autowired
    DataSource database;

    @BeforeEach
    void at_work_on_a_monday() {
        SmallCity.standsIn(organisation, units);
        TestDatabase.asOwner(database, "truncate minyi.heartbeat, minyi.outage");
        clock.set("2026-03-02T10:00");
        outages.beat();
    }

    @AfterEach
    void the_real_time() {
        clock.reset();
        TestDatabase.asOwner(database, "truncate minyi.heartbeat, minyi.outage");
    }

    @Test
    void no_job_is_taken_from_when_everything_stood_still_until_it_was_made_up_for() {
        var due = new PlayedOrder(minyi)
                .toPutRight("ORDINARY", "60")
                .job("startEvent_verdictConfirmed")
                .getId();

        clock.move(Duration.ofDays(3));
        assertThat(taken()).as("nobody has noticed yet").isZero();
        var outage = outages.beat().orElseThrow();
        assertThat(taken()).isZero();
        outages.credit(outage);
        assertThat(taken()).as("answers are not heard yet").isZero();
        outages.over(outage);

        assertThat(due).isNotNull();
        assertThat(taken()).isPositive();
    }

    @Test
    void two_who_begin_at_once_begin_once() throws Exception {
        var begun = new AtomicInteger();
        var executor = new DefaultJobExecutor() {
            @Override
            protected void startExecutingJobs() {
                begun.incrementAndGet();
                LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            }

            @Override
            protected void stopExecutingJobs() {}
        };
        var jobs = new JobsAfterOutage(always(executor), outages);
        jobs.on(new ProcessApplicationStartedEvent(minyi));
        executor.shutdown();
        begun.set(0);

        var both = Stream.generate(() -> CompletableFuture.runAsync(jobs::begin))
                .limit(2)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(both).get(10, TimeUnit.SECONDS);

        assertThat(begun).hasValue(1);
    }

    private static ObjectProvider<JobExecutor> always(JobExecutor executor) {
        return new ObjectProvider<>() {
            @Override
            public JobExecutor getObject() {
                return executor;
            }
        };
    }

    private int taken() {
        var executor = new DefaultJobExecutor();
        var taking = new WhileAtWork(executor, outages).getCommand(executor.getMaxJobsPerAcquisition());
        return engine.getCommandExecutorTxRequired().execute(taking).size();
    }
}
