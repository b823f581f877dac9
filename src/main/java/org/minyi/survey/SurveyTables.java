package org.minyi.survey;

/** The decision tables of the survey, as the process owners keep them. */
public interface SurveyTables {

    Ruling eligibility(EligibilityInput input);

    SurveyPlan plan(String module, String business);
}
