package org.minyi.complaint.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.minyi.ProcessEngines;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Jurisdiction;
import org.minyi.complaint.Kind;

@Deployment(resources = "processes/complaint/jurisdiction.dmn")
class JurisdictionTest {

    @RegisterExtension
    static ProcessEngineExtension engine = ProcessEngines.extension();

    @Test
    void a_question_is_answered() {
        assertThat(suggested(Kind.CONSULTATION, Channel.HOTLINE, false)).isEqualTo(Jurisdiction.CONSULTATION);
        assertThat(suggested(Kind.CONSULTATION, Channel.CITY_12345, true)).isEqualTo(Jurisdiction.CONSULTATION);
    }

    @Test
    void praise_and_suggestions_are_answered_whichever_unit_they_name() {
        assertThat(suggested(Kind.PRAISE, Channel.VISIT, true)).isEqualTo(Jurisdiction.CONSULTATION);
        assertThat(suggested(Kind.SUGGESTION, Channel.WEB, false)).isEqualTo(Jurisdiction.CONSULTATION);
    }

    @Test
    void help_asked_of_the_city_hotline_without_a_police_unit_is_mostly_anothers() {
        assertThat(suggested(Kind.HELP, Channel.CITY_12345, false)).isEqualTo(Jurisdiction.ELSEWHERE);
    }

    @Test
    void help_asked_of_us_without_a_unit_is_answered() {
        assertThat(suggested(Kind.HELP, Channel.HOTLINE, false)).isEqualTo(Jurisdiction.CONSULTATION);
        assertThat(suggested(Kind.HELP, Channel.ALARM_110, false)).isEqualTo(Jurisdiction.CONSULTATION);
    }

    @Test
    void help_asked_of_a_unit_of_ours_is_ours() {
        assertThat(suggested(Kind.HELP, Channel.CITY_12345, true)).isEqualTo(Jurisdiction.OURS);
    }

    @Test
    void complaints_and_reports_are_ours_from_every_channel_with_or_without_a_unit() {
        for (var channel : Channel.values()) {
            assertThat(suggested(Kind.COMPLAINT, channel, true)).isEqualTo(Jurisdiction.OURS);
            assertThat(suggested(Kind.COMPLAINT, channel, false)).isEqualTo(Jurisdiction.OURS);
            assertThat(suggested(Kind.REPORT, channel, false)).isEqualTo(Jurisdiction.OURS);
        }
    }

    private static Jurisdiction suggested(Kind kind, Channel channel, boolean unitKnown) {
        return Jurisdiction.valueOf(engine.getProcessEngine()
                .getDecisionService()
                .evaluateDecisionTableByKey(
                        "jurisdiction",
                        Variables.putValue("kind", kind.name())
                                .putValue("channel", channel.code())
                                .putValue("unitKnown", unitKnown))
                .<String>getSingleEntry());
    }
}
