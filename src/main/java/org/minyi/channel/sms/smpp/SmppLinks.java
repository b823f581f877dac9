package org.minyi.channel.sms.smpp;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.minyi.channel.sms.Hearing;
import org.minyi.channel.sms.OperatorInbox;
import org.minyi.channel.sms.PartwiseLinks;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.validation.annotation.Validated;

/** The SMPP links of this node. */
@Component
@ConditionalOnProperty(name = "minyi.sms.dispatcher", matchIfMissing = true)
class SmppLinks extends PartwiseLinks {

    SmppLinks(Settings settings, OperatorInbox inbox, Clock clock) {
        super(new TreeMap<>(settings.smpp())
                .entrySet().stream()
                        .map(one -> new SmppLink(
                                one.getKey(),
                                one.getValue(),
                                new Hearing(one.getKey(), one.getValue().serviceNumber(), inbox, clock)))
                        .toList());
    }

    @Validated
    @ConfigurationProperties("minyi.sms")
    record Settings(@DefaultValue Map<String, @Valid SmppSettings> smpp) {}

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Settings.class)
    static class Enabled {}
}
