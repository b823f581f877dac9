package org.minyi.channel.sms;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How we send; what is said of links, window and rate holds for each link that has no terms of its own.
 *
 * @param dispatcher whether this node sends by itself; a test moves the dispatcher by hand
 * @param links how many windows may be with the operator at once, per node
 * @param window messages handed over together; what a kill may leave UNKNOWN is at most links times window
 * @param claim messages a link takes out of the outbox at once
 * @param lease how long a link may hold what it took; afterwards another node has it
 * @param ratePerSecond messages a second over a link, however many nodes; 0 is no cap
 * @param sendingHours when citizens may be written to, for example 08:00-21:00
 */
@Validated
@ConfigurationProperties("minyi.sms")
record SmsSettings(
        @DefaultValue("true") boolean dispatcher,
        @Min(1) @Max(16) @DefaultValue("1") int links,
        @Min(1) @Max(1000) @DefaultValue("32") int window,
        @Min(1) @Max(5000) @DefaultValue("1024") int claim,
        @NotNull @DefaultValue("60s") Duration lease,
        @Min(0) @DefaultValue("200") int ratePerSecond,
        @NotNull @DefaultValue("08:00-21:00") String sendingHours) {

    SmsSettings {
        SendingHours.of(sendingHours);
        if (window > claim) {
            throw new IllegalArgumentException(
                    "minyi.sms.window (%d) must not be larger than minyi.sms.claim (%d)".formatted(window, claim));
        }
    }

    /** What holds for a link that has no terms of its own. */
    LinkTerms terms() {
        return new LinkTerms(links, window, ratePerSecond);
    }
}
