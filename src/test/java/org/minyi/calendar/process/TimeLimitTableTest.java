package org.minyi.calendar.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLimitTableTest {

    private static final DmnEngine DMN =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision TABLE = table();

    @ParameterizedTest(name = "{0} of a matter that is {1} has {2}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    return-call.makeCall,             ORDINARY, PT4H
                    return-call.makeCall,             GRAVE,    PT2H
                    return-call.makeCall,             -,        PT4H
                    return-call.confirmUnreachable,   -,        P1D
                    complaint.decideDuplicate,        -,        PT24H
                    complaint.triage,                 -,        PT24H
                    complaint.answerConsultation,     ORDINARY, P3D
                    complaint.tellByPhone,            GRAVE,    P2D
                    complaint.confirmWithdrawal,      ORDINARY, P2D
                    work-order.signOrder,             ORDINARY, P1D
                    work-order.signOrder,             SERIOUS,  P1D
                    work-order.signOrder,             GRAVE,    PT12H
                    work-order.redispatch,            ORDINARY, P1D
                    work-order.decideOwnership,       GRAVE,    P1D
                    work-order.verifyFacts,           ORDINARY, P3D
                    work-order.verifyFacts,           GRAVE,    P2D
                    work-order.proposeResponsibility, ORDINARY, P1D
                    work-order.confirmResponsibility, ORDINARY, P1D
                    work-order.rectify,               ORDINARY, P7D
                    work-order.rectify,               SERIOUS,  P5D
                    work-order.rectify,               GRAVE,    P3D
                    work-order.reviewRectification,   ORDINARY, P2D
                    work-order.replyWindow,           GRAVE,    P3D
                    work-order.closeWithoutAnswer,    ORDINARY, P2D
                    work-order.decideFinally,         GRAVE,    P3D
                    survey-wave.releaseWave,          -,        PT4H
                    nobody.knows,                     ORDINARY, P2D
                    nobody.knows,                     GRAVE,    P1D
                    """)
    void a_step_has_its_limit(String step, String severity, String allowed) {
        assertThat(allowed(step, severity)).isEqualTo(Duration.parse(allowed));
    }

    @Test
    void a_row_says_in_words_why_and_how_urgent() {
        var row = DMN.evaluateDecisionTable(TABLE, question("work-order.rectify", "GRAVE"))
                .getSingleResult();

        assertThat(row.<String>getEntry("why")).isEqualTo("A grave matter is put right within three days");
        assertThat(row.<Integer>getEntry("priority")).isEqualTo(90);
    }

    private static Duration allowed(String step, String severity) {
        return Duration.parse(DMN.evaluateDecisionTable(TABLE, question(step, severity))
                .getSingleResult()
                .<String>getEntry("allowed"));
    }

    private static VariableMap question(String step, String severity) {
        return Variables.putValue("step", step).putValue("category", null).putValue("severity", severity);
    }

    private static DmnDecision table() {
        try (var file = TimeLimitTableTest.class.getResourceAsStream("/processes/calendar/time-limit.dmn")) {
            return DMN.parseDecision("time-limit", file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
