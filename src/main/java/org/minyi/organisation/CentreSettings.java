package org.minyi.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/**
 * The centre as it signs.
 *
 * @param code its twelve-digit unit code; only the first start of a new city needs it
 * @param name as citizens know it; every SMS begins with it
 * @param hotline the telephone at which they can ask whether an SMS is genuine
 * @param address where the citizens' pages are reached from outside, {@code https://minyi.example.cn}, without a slash at
 *     the end; empty where no text names it
 * @param language what citizens are written to in
 */
@Validated
@ConfigurationProperties("minyi.centre")
public record CentreSettings(
        @NotNull @DefaultValue("") String code,
        @NotBlank String name,
        @NotBlank String hotline,
        @NotNull @DefaultValue("") @Pattern(regexp = "|https?://[^/?#\\s]+(/[^?#\\s]*[^/?#\\s])?") String address,
        @NotNull @DefaultValue("zh") CentreLanguage language) {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(CentreSettings.class)
    static class Enabled {}
}
