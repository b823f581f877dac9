package org.minyi.channel.sms;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/**
 * What a part of a message costs over each link: {@code minyi.sms.smpp.<name>.price-per-part}, and so for the other
 * protocols. A link without a price is counted and not priced.
 *
 * @param currency of all prices, as ISO 4217 has it
 */
@Validated
@ConfigurationProperties("minyi.sms")
record LinkPrices(
        @NotNull @DefaultValue Map<String, @Valid Price> smpp,
        @NotNull @DefaultValue Map<String, @Valid Price> cmpp,
        @NotNull @DefaultValue Map<String, @Valid Price> http,
        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "three letters are expected") @DefaultValue("CNY")
                String currency) {

    /**
     * Of one link.
     *
     * @param pricePerPart as the operator bills it, for example 0.045; null where nobody said
     */
    record Price(@PositiveOrZero BigDecimal pricePerPart) {}

    Optional<BigDecimal> of(String link) {
        return Stream.of(smpp, cmpp, http)
                .map(protocol -> protocol.get(link))
                .filter(price -> price != null && price.pricePerPart() != null)
                .map(Price::pricePerPart)
                .findFirst();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(LinkPrices.class)
    static class Enabled {}
}
