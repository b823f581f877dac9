package org.minyi.channel.phone.ami;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One Asterisk: {@code minyi.phone.ami.<name>.…}.
 *
 * @param host of its manager interface
 * @param port of it; 5039 is usual with TLS
 * @param tls whether the connection is TLS. Without, the line must be a private one: who is called crosses it in the clear
 * @param user of manager.conf
 * @param password of it
 * @param channel how the exchange rings an extension
 * @param context of the dial plan, in which a citizen is dialled
 * @param callerId what the telephone here shows while it rings
 * @param numberPrefix what the dial plan wants before a citizen's number, for example 9 or 0
 * @param publicHotline the numbers of the public hotline, as the exchange writes whom somebody called
 * @param policeHotline likewise, of the police hotline
 * @param ringFor how long the telephone here rings
 * @param answerWithin how long the exchange has to answer
 */
record AmiSettings(
        @NotBlank String host,
        @Min(1) @Max(65535) @DefaultValue("5038") int port,
        @DefaultValue("false") boolean tls,
        @NotBlank String user,
        @NotBlank String password,
        @NotNull
                @Pattern(
                        regexp = "[A-Za-z]+/\\{extension}[A-Za-z0-9@._-]*",
                        message = "a channel with {extension} in it is expected, for example PJSIP/{extension}")
                @DefaultValue("PJSIP/{extension}")
                String channel,
        @NotNull
                @Pattern(regexp = "[A-Za-z0-9_-]+", message = "the name of a context is expected")
                @DefaultValue("minyi-out")
                String context,
        @NotNull
                @Pattern(regexp = "[A-Za-z0-9 <>+-]*", message = "letters and digits are expected")
                @DefaultValue("Minyi <0>")
                String callerId,
        @NotNull @Pattern(regexp = "\\d{0,6}", message = "at most 6 digits are expected") @DefaultValue("")
                String numberPrefix,
        @NotNull @DefaultValue Set<String> publicHotline,
        @NotNull @DefaultValue Set<String> policeHotline,
        @NotNull @DefaultValue("20s") Duration ringFor,
        @NotNull @DefaultValue("5s") Duration answerWithin) {

    private static final String EXTENSION = "{extension}";

    /** As the exchange is asked to ring it. */
    String channelOf(String extension) {
        return channel.replace(EXTENSION, extension);
    }

    /** The extension in a channel's name, {@code PJSIP/8001-0000002a}; null where it is another channel. */
    String extensionIn(String channelName) {
        if (channelName == null) {
            return null;
        }
        var at = channel.indexOf(EXTENSION);
        var named = java.util.regex.Pattern.compile(
                        java.util.regex.Pattern.quote(channel.substring(0, at)) + "(\\d{2,10})([@-].*)?")
                .matcher(channelName);
        return named.matches() ? named.group(1) : null;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "AmiSettings[" + user + "@" + host + ":" + port + "]";
    }
}
