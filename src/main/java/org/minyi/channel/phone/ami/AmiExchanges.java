package org.minyi.channel.phone.ami;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.minyi.channel.phone.PhoneCalls;
import org.minyi.channel.phone.PhoneExchanges;
import org.minyi.pulse.Pulse;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.validation.annotation.Validated;

/** The Asterisks of this node, and whoever keeps the connections to them. */
@Component
class AmiExchanges extends Pulse implements PhoneExchanges {

    private static final Duration EVERY = Duration.ofMillis(500);

    private final List<AmiExchange> exchanges;

    AmiExchanges(Settings settings, PhoneCalls calls, Clock clock) {
        super("phone-ami", EVERY, EVERY, "the connections to Asterisk could not be looked at");
        this.exchanges = new TreeMap<>(settings.ami())
                .entrySet().stream()
                        .map(one ->
                                new AmiExchange(one.getKey(), one.getValue(), new AmiEars(one, calls, clock), clock))
                        .toList();
    }

    @Override
    public List<AmiExchange> exchanges() {
        return exchanges;
    }

    @Override
    protected boolean isNeeded() {
        return !exchanges.isEmpty();
    }

    @Override
    protected void beat() {
        exchanges.forEach(AmiExchange::keep);
    }

    @Override
    public synchronized void stop() {
        super.stop();
        exchanges.forEach(AmiExchange::leave);
    }

    @Validated
    @ConfigurationProperties("minyi.phone")
    record Settings(@DefaultValue Map<String, @Valid AmiSettings> ami) {}

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Settings.class)
    static class Enabled {}
}
