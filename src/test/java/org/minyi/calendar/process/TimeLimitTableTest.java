package org.minyi.calendar.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minyi.calendar.Allowance;
import org.minyi.calendar.Counted;

class TimeLimitTableTest {

    private static final DmnEngine DMN =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision TABLE = table();

    @ParameterizedTest(name = "{0} of {1}, {2}, has {3} {4}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    return-call.makeCall,             -,         ORDINARY, PT4H,  WORKING
                    return-call.makeCall,             -,         GRAVE,    PT2H,  WORKING
                    return-call.makeCall,             -,         -,        PT4H,  WORKING
                    return-call.confirmUnreachable,   -,         -,        P1D,   WORKING
                    complaint.decideDuplicate,        -,         -,        P1D,   WORKING
                    complaint.triage,                 -,         -,        P1D,   WORKING
                    complaint.answerConsultation,     -,         ORDINARY, P3D,   WORKING
                    enquiry.answerEnquiry,            -,         GRAVE,    P1D,   WORKING
                    complaint.tellByPhone,            -,         GRAVE,    P2D,   WORKING
                    complaint.confirmWithdrawal,      -,         ORDINARY, P2D,   WORKING
                    work-order.signOrder,             DELAY,     ORDINARY, P1D,   WORKING
                    work-order.signOrder,             DELAY,     SERIOUS,  P1D,   WORKING
                    work-order.signOrder,             DELAY,     GRAVE,    PT4H,  WORKING
                    work-order.redispatch,            DELAY,     ORDINARY, P1D,   WORKING
                    work-order.decideOwnership,       DELAY,     GRAVE,    P1D,   WORKING
                    work-order.verifyFacts,           DELAY,     ORDINARY, P3D,   WORKING
                    work-order.verifyFacts,           DELAY,     GRAVE,    P2D,   WORKING
                    work-order.verifyFacts,           INTEGRITY, GRAVE,    P5D,   WORKING
                    work-order.proposeResponsibility, DELAY,     ORDINARY, P1D,   WORKING
                    work-order.confirmResponsibility, DELAY,     ORDINARY, P1D,   WORKING
                    work-order.rectify,               DELAY,     ORDINARY, P7D,   WORKING
                    work-order.rectify,               ATTITUDE,  ORDINARY, P3D,   WORKING
                    work-order.rectify,               ATTITUDE,  SERIOUS,  P5D,   WORKING
                    work-order.rectify,               DELAY,     GRAVE,    P3D,   WORKING
                    work-order.reviewRectification,   DELAY,     ORDINARY, P2D,   WORKING
                    work-order.replyWindow,           DELAY,     GRAVE,    P3D,   CLOCK
                    work-order.closeWithoutAnswer,    DELAY,     ORDINARY, P2D,   WORKING
                    work-order.decideFinally,         DELAY,     GRAVE,    P3D,   WORKING
                    exchange-dead-letter.decideLetter, DELAY,    ORDINARY, P1D,   WORKING
                    survey-wave.releaseWave,          -,         -,        PT4H,  CLOCK
                    hotline-call.takeCall,            -,         -,        PT1H,  CLOCK
                    police-hotline.takeWord,          -,         -,        PT1H,  CLOCK
                    ring-back.ringBack,               -,         -,        PT2H,  WORKING
                    nobody.knows,                     DELAY,     ORDINARY, P2D,   WORKING
                    nobody.knows,                     DELAY,     GRAVE,    P1D,   WORKING
                    """)
    void a_step_has_its_limit(String step, String category, String severity, String time, Counted counted) {
        var row = row(step, category, severity);

        assertThat(new Allowance(row.getEntry("allowed"), Counted.valueOf(row.getEntry("counted"))))
                .isEqualTo(new Allowance(time, counted));
    }

    @Test
    void a_row_says_in_words_why_and_how_urgent() {
        var row = row("work-order.rectify", null, "GRAVE");

        assertThat(row.<String>getEntry("why")).isEqualTo("A grave matter is put right within three working days");
        assertThat(row.<Integer>getEntry("priority")).isEqualTo(90);
    }

    private static DmnDecisionRuleResult row(String step, String category, String severity) {
        return DMN.evaluateDecisionTable(
                        TABLE,
                        Variables.putValue("step", step)
                                .putValue("category", category)
                                .putValue("severity", severity))
                .getSingleResult();
    }

    private static DmnDecision table() {
        try (var file = TimeLimitTableTest.class.getResourceAsStream("/processes/calendar/time-limit.dmn")) {
            return DMN.parseDecision("time-limit", file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
