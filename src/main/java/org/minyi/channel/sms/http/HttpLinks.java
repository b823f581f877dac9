package org.minyi.channel.sms.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.minyi.channel.sms.Hearing;
import org.minyi.channel.sms.OperatorInbox;
import org.minyi.channel.sms.SmsOperators;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.validation.annotation.Validated;

/** The HTTP links of this node. */
@Component
@ConditionalOnProperty(name = "minyi.sms.dispatcher", matchIfMissing = true)
class HttpLinks implements SmsOperators {

    private final List<HttpLink> links = new ArrayList<>();
    private final Map<String, HttpHook> hooks = new HashMap<>();

    HttpLinks(Settings settings, OperatorInbox inbox, ObjectMapper json, Clock clock) {
        new TreeMap<>(settings.http()).forEach((name, gateway) -> {
            var hearing = new Hearing(name, gateway.serviceNumber(), inbox, clock);
            links.add(new HttpLink(name, gateway, hearing, json, clock));
            hooks.put(name, new HttpHook(gateway.hook(), hearing, clock));
        });
    }

    /** Where a gateway of this name tells of reports and replies. */
    Optional<HttpHook> hook(String name) {
        return Optional.ofNullable(hooks.get(name));
    }

    @Override
    public List<HttpLink> operators() {
        return links;
    }

    @Validated
    @ConfigurationProperties("minyi.sms")
    record Settings(@DefaultValue Map<String, @Valid HttpSettings> http) {}

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Settings.class)
    static class Enabled {}
}
