package org.minyi.survey.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minyi.ProcessEngines;
import org.minyi.organisation.CentreLanguage;
import org.minyi.organisation.CentreSettings;
import org.minyi.survey.EligibilityInput;
import org.minyi.survey.SurveyTables;

/** Both tables, row by row and where two rows could match. */
@Deployment(resources = {"processes/survey/survey-eligibility.dmn", "processes/survey/survey-plan.dmn"})
class SurveyTablesTest {

    @RegisterExtension
    static ProcessEngineExtension engine = ProcessEngines.extension();

    private SurveyTables tables;

    @BeforeEach
    void theNewestTables() {
        tables = of(CentreLanguage.EN);
    }

    @ParameterizedTest(name = "line {0}, minor {1}, opted out {2}, unit known {3}, asked lately {4}: {5}, {6}")
    @CsvSource(
            textBlock =
                    """
            MOBILE,   false, false, true,  false, true,  eligible
            NONE,     false, false, true,  false, false, no phone was told
            LANDLINE, false, false, true,  false, false, a landline takes no SMS
            OTHER,    false, false, true,  false, false, not a mobile phone of this country
            MOBILE,   true,  false, true,  false, false, under age
            MOBILE,   false, true,  true,  false, false, does not wish to be asked
            MOBILE,   false, false, false, false, false, the unit told does not exist
            MOBILE,   false, false, true,  true,  false, asked lately about something else
            MOBILE,   true,  true,  false, true,  false, under age
            MOBILE,   false, true,  false, true,  false, does not wish to be asked
            MOBILE,   false, false, false, true,  false, the unit told does not exist
            NONE,     true,  true,  false, true,  false, no phone was told
            """)
    void a_contact_is_asked_or_told_why_not(
            String line,
            boolean minor,
            boolean optedOut,
            boolean unitKnown,
            boolean recentlyAsked,
            boolean ask,
            String reason) {
        var ruling = tables.eligibility(
                new EligibilityInput("110-reception", "110-dispatch", line, minor, optedOut, unitKnown, recentlyAsked));

        assertThat(ruling.ask()).isEqualTo(ask);
        assertThat(ruling.reason()).isEqualTo(reason);
    }

    private static SurveyTables of(CentreLanguage language) {
        return new SurveyTablesByEngine(
                engine.getProcessEngine().getDecisionService(),
                new CentreSettings("", "Lanhe", "0990-110110", "", language));
    }

    @ParameterizedTest(name = "{0}/{1} is asked with [{2}] for {3}, {4} % of the silent phoned")
    @CsvSource(
            textBlock =
                    """
            110-reception,           110-dispatch,            you called 110,        PT72H, 2
            window-service,          exit-entry,              at our window,         PT48H, 2
            case-handling,           criminal-case,           about your case,       PT72H, 5
            traffic-accidents,       traffic-accident,        your traffic accident, PT72H, 2
            forensic-identification, forensic-identification, dealt with the police, PT72H, 2
            a-new-module,            a-new-business,          dealt with the police, PT72H, 2
            """)
    void every_business_has_its_text_and_times(
            String module, String business, String words, Duration window, int sample) {
        var plan = tables.plan(module, business);

        assertThat(plan.text()).contains(words, "{code}", "{date}");
        assertThat(plan.replyWindow()).isEqualTo(window);
        assertThat(plan.remindAfter()).isEqualTo(Duration.ofHours(24));
        assertThat(plan.silentSample()).isEqualTo(sample);
        for (var text : new String[] {plan.text(), plan.reminder()}) {
            assertThat(text)
                    .contains("[{centre}]", "1 satisfied", "2 half solved", "3 dissatisfied")
                    .contains("{hotline}", "{code}", "TD")
                    .doesNotContain("http", "www.");
        }
    }

    @ParameterizedTest(name = "{0} is asked with [{1}] where the centre writes Chinese")
    @CsvSource(
            textBlock =
                    """
            110-reception,           拨打110
            window-service,          公安窗口
            case-handling,           就您的案件
            traffic-accidents,       发生交通事故
            a-new-module,            与公安机关打过交道
            """)
    void every_business_has_a_chinese_text(String module, String words) {
        var plan = of(CentreLanguage.ZH).plan(module, "any");

        for (var text : new String[] {plan.text(), plan.reminder()}) {
            assertThat(text)
                    .contains("【{centre}】", words, "{date}", "1满意", "2部分解决", "3不满意")
                    .contains("{hotline}", "核验码{code}", "退订回TD")
                    .doesNotContain("http", "www.");
        }
        assertThat(plan.replyWindow()).isEqualTo(tables.plan(module, "any").replyWindow());
    }

    /** As tables were before there were Chinese texts, and as a city may leave them. */
    @Test
    @Deployment(resources = "older/survey-plan.dmn")
    void a_business_without_a_chinese_text_is_asked_with_the_one_it_has() {
        var plan = of(CentreLanguage.ZH).plan("110-reception", "110-dispatch");

        assertThat(plan.text()).isEqualTo("How was it? {code}");
        assertThat(plan.reminder()).isEmpty();
    }
}
