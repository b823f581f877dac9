package org.minyi.exchange;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/**
 * The exchanges of the city, and how long Minyi is patient with them.
 *
 * @param dispatcher whether this node sends and applies by itself; a test does it by hand
 * @param peers by name: {@code minyi.exchange.peers.<name>.…}
 * @param gap how long a message waits for one before it that has not come; then a person decides
 * @param tries how often a message is tried before a person decides
 * @param firstPause before the second try; each further one is twice as long
 * @param longestPause at most
 * @param lease how long one try may take before another node tries
 */
@Validated
@ConfigurationProperties("minyi.exchange")
record ExchangeSettings(
        @DefaultValue("true") boolean dispatcher,
        @DefaultValue Map<String, @Valid PeerSettings> peers,
        @NotNull @DefaultValue("30m") Duration gap,
        @Min(1) @Max(100) @DefaultValue("12") int tries,
        @NotNull @DefaultValue("10s") Duration firstPause,
        @NotNull @DefaultValue("30m") Duration longestPause,
        @NotNull @DefaultValue("2m") Duration lease) {

    /**
     * One exchange.
     *
     * @param channel 12345, 12389 or 110
     * @param url where it hears us; {@code /messages} is added
     * @param incomingKeys that it signs with, one or while they are exchanged two
     * @param outgoingKeys that we sign with; the first signs
     * @param sends the kinds it wants to hear of; all when empty
     * @param answerWithin after that an answer is unknown
     * @param privateAddresses whether its address may be a private one
     */
    record PeerSettings(
            @NotNull String channel,
            @NotNull URI url,
            @NotEmpty List<String> incomingKeys,
            @NotEmpty List<String> outgoingKeys,
            @DefaultValue Set<String> sends,
            @NotNull @DefaultValue("10s") Duration answerWithin,
            @DefaultValue("false") boolean privateAddresses) {

        /** Without keys. */
        @Override
        public String toString() {
            return "PeerSettings[" + channel + "]";
        }
    }

    /** Ten seconds, and twice as long after each further try. */
    Duration pauseAfter(int before) {
        var pause = firstPause.multipliedBy(1L << Math.min(before, 12));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }

    /** Without the keys of its peers. */
    @Override
    public String toString() {
        return "ExchangeSettings" + peers.keySet();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ExchangeSettings.class)
    static class Enabled {}
}
