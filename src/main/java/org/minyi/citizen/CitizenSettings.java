package org.minyi.citizen;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/**
 * How long and how much.
 *
 * @param keep how long a person stays known after the last thing with them ended
 * @param looksPerDay how many people one user may see in full on one day
 */
@Validated
@ConfigurationProperties("minyi.citizen")
record CitizenSettings(@NotNull @DefaultValue("P3Y") Period keep, @Min(1) @DefaultValue("200") int looksPerDay) {

    CitizenSettings {
        if (keep.isNegative() || keep.isZero()) {
            throw new IllegalArgumentException("minyi.citizen.keep must be longer than nothing, for example P3Y");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(CitizenSettings.class)
    static class Enabled {}
}
