package org.minyi.survey.process;

import java.time.Duration;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.minyi.organisation.CentreLanguage;
import org.minyi.organisation.CentreSettings;
import org.minyi.survey.EligibilityInput;
import org.minyi.survey.Ruling;
import org.minyi.survey.SurveyPlan;
import org.minyi.survey.SurveyTables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads survey-eligibility.dmn and survey-plan.dmn, always the newest version. */
@Component
class SurveyTablesByEngine implements SurveyTables {

    private static final String ELIGIBILITY = "survey-eligibility";
    private static final String PLAN = "survey-plan";

    private final DecisionService decisions;
    private final CentreSettings centre;

    SurveyTablesByEngine(@Lazy DecisionService decisions, CentreSettings centre) {
        this.decisions = decisions;
        this.centre = centre;
    }

    @Override
    public Ruling eligibility(EligibilityInput input) {
        var row = evaluate(
                ELIGIBILITY,
                Variables.putValue("module", input.module())
                        .putValue("business", input.business())
                        .putValue("line", input.line())
                        .putValue("minor", input.minor())
                        .putValue("optedOut", input.optedOut())
                        .putValue("unitKnown", input.unitKnown())
                        .putValue("recentlyAsked", input.recentlyAsked()));
        return new Ruling(row.<Boolean>getEntry("ask"), row.getEntry("reason"));
    }

    @Override
    public SurveyPlan plan(String module, String business) {
        var row = evaluate(PLAN, Variables.putValue("module", module).putValue("business", business));
        var isChinese = centre.language() == CentreLanguage.ZH
                && !cell(row, "textInChinese").isBlank();
        return new SurveyPlan(
                cell(row, isChinese ? "textInChinese" : "text"),
                cell(row, isChinese ? "reminderInChinese" : "reminder"),
                Duration.parse(row.getEntry("replyWindow")),
                Duration.parse(row.getEntry("remindAfter")),
                row.<Integer>getEntry("silentSample"));
    }

    /** Empty as well where a table of the process owners has no such column. */
    private static String cell(DmnDecisionRuleResult row, String column) {
        String text = row.containsKey(column) ? row.getEntry(column) : null;
        return text == null ? "" : text;
    }

    private DmnDecisionRuleResult evaluate(String table, VariableMap inputs) {
        return decisions.evaluateDecisionTableByKey(table, inputs).getSingleResult();
    }
}
