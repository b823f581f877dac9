package org.minyi.demonstration;

import java.time.Duration;
import org.minyi.pulse.Pulse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Sends the simulated operator's reports as they fall due, for as long as Minyi runs. */
@Component
@ConditionalOnProperty("minyi.simulator")
class SimulatedReports extends Pulse {

    private static final Duration EVERY = Duration.ofMillis(300);

    private final SimulatedOperator operator;

    SimulatedReports(SimulatedOperator operator) {
        // What could not be reported is still unreported.
        super("simulated-reports", EVERY, EVERY, "the simulated operator's reports wait");
        this.operator = operator;
    }

    @Override
    protected void beat() {
        operator.report();
    }
}
