package org.minyi.channel.phone.cti;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.minyi.channel.phone.PhoneExchanges;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.validation.annotation.Validated;

/** The exchanges that are reached over HTTP. */
@Component
class CtiExchanges implements PhoneExchanges {

    private final List<CtiExchange> exchanges;
    private final Map<String, CtiHook> hooks = new HashMap<>();

    CtiExchanges(Settings settings, Clock clock) {
        var all = new TreeMap<>(settings.cti());
        exchanges = all.entrySet().stream()
                .map(one -> new CtiExchange(one.getKey(), one.getValue(), clock))
                .toList();
        all.forEach((name, one) -> hooks.put(name, new CtiHook(name, one, clock)));
    }

    @Override
    public List<CtiExchange> exchanges() {
        return exchanges;
    }

    /** Where an exchange of this name tells of calls. */
    Optional<CtiHook> hook(String name) {
        return Optional.ofNullable(hooks.get(name));
    }

    @Validated
    @ConfigurationProperties("minyi.phone")
    record Settings(@DefaultValue Map<String, @Valid CtiSettings> cti) {}

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Settings.class)
    static class Enabled {}
}
