package org.minyi.citizen.upload;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/**
 * How what people hand in is looked at.
 *
 * @param scanner where a scanner for viruses listens that speaks clamd's protocol, {@code host:port}; empty for none. The
 *     files go there unencrypted
 * @param patience how long it may take with one file
 */
@Validated
@ConfigurationProperties("minyi.uploads")
record UploadSettings(
        @NotNull @DefaultValue("") @Pattern(regexp = "|\\S+:[1-9]\\d{0,4}", message = "is host:port, or empty")
                String scanner,
        @NotNull @DefaultValue("30s") Duration patience) {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(UploadSettings.class)
    static class Enabled {}
}
