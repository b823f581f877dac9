package org.minyi.counter;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/**
 * How the citizens' counter works.
 *
 * @param reopenWithin how long after its end a matter can be taken up again by whoever holds its receipt
 * @param triesPerMinute wrong receipts and tokens from one source in a minute, before it has to wait
 * @param matterPerHour matters from one source in an hour: an office behind one address files more than a home
 * @param openEnquiries questions about one matter that may wait for their answer at once
 * @param answerAfter how long every answer about a receipt takes at least, so that its time tells nothing
 */
@Validated
@ConfigurationProperties("minyi.counter")
public record CounterSettings(
        @NotNull @DefaultValue("30d") Duration reopenWithin,
        @Min(1) @Max(1000) @DefaultValue("10") int triesPerMinute,
        @Min(1) @Max(10000) @DefaultValue("20") int matterPerHour,
        @Min(1) @Max(20) @DefaultValue("3") int openEnquiries,
        @NotNull @DefaultValue("250ms") Duration answerAfter) {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(CounterSettings.class)
    static class Enabled {}
}
