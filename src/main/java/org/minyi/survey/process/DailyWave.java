package org.minyi.survey.process;

import org.minyi.desk.ForDrawings;
import org.minyi.survey.SurveySettings;
import org.springframework.stereotype.Component;

/** When the daily wave starts: read by the drawing's timer when it is deployed. */
@Component
@ForDrawings
public class DailyWave {

    private final SurveySettings settings;

    DailyWave(SurveySettings settings) {
        this.settings = settings;
    }

    public String getCycle() {
        return settings.dailyAt();
    }
}
