package org.minyi.notice;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/**
 * How documents are numbered.
 *
 * @param prefix of every number: 澜民 makes 澜民督〔2026〕1号. A later one changes no document that was issued
 */
@Validated
@ConfigurationProperties("minyi.notice")
record NoticeSettings(@NotBlank @Size(max = 10) @DefaultValue("民意") String prefix) {

    String code(Kind kind, int year, int number) {
        return "%s%s〔%d〕%d号".formatted(prefix, kind.sign(), year, number);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(NoticeSettings.class)
    static class Enabled {}
}
