package org.minyi.survey;

import java.time.Duration;

/**
 * What survey-plan.dmn says about a business.
 *
 * @param text with {@code {business}}, {@code {date}} and {@code {code}} to be filled in
 * @param reminder the same; empty when nobody is reminded
 * @param replyWindow how long after sending a reply counts
 * @param remindAfter when the silent are reminded, within the window
 * @param silentSample how many in a hundred of those who stay silent are phoned
 */
public record SurveyPlan(String text, String reminder, Duration replyWindow, Duration remindAfter, int silentSample) {

    public SurveyPlan {
        if (!text.contains("{code}")) {
            throw new IllegalArgumentException("survey-plan: a text without {code} cannot be answered from a phone with"
                    + " several open questions");
        }
        if (!reminder.isBlank() && !reminder.contains("{code}")) {
            throw new IllegalArgumentException("survey-plan: a reminder without {code} cannot be answered from a phone"
                    + " with several open questions");
        }
        if (remindAfter.compareTo(replyWindow) > 0) {
            throw new IllegalArgumentException("survey-plan: reminding after %s comes later than the reply window of %s"
                    .formatted(remindAfter, replyWindow));
        }
        if (silentSample < 0 || silentSample > 100) {
            throw new IllegalArgumentException(
                    "survey-plan: a silent sample is 0 to 100 in a hundred, not %d".formatted(silentSample));
        }
    }
}
