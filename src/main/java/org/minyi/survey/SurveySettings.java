package org.minyi.survey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/**
 * How the survey runs.
 *
 * @param dailyAt when the wave of the day before starts: second, minute, hour, day, month, weekday. Read when the drawing
 *     is deployed, so at the very first start or when the process owner deploys it anew; a later change does nothing
 * @param fatigueDays a line asked within so many days is not asked by a wave again, whatever the business
 * @param daysBack contacts that came late are taken by the next wave up to so many days back; what lies further back
 *     after a long standstill is asked about only by waves started by hand
 */
@Validated
@ConfigurationProperties("minyi.survey")
public record SurveySettings(
        @NotBlank @DefaultValue("0 30 8 * * ?") String dailyAt,
        @Min(0) @Max(365) @DefaultValue("30") int fatigueDays,
        @Min(0) @Max(30) @DefaultValue("3") int daysBack) {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SurveySettings.class)
    static class Enabled {}
}
