package org.minyi.channel.sms.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.minyi.channel.http.Signing;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One gateway: {@code minyi.sms.http.<name>.…}. In body, headers and signature stand {@code {id}}, {@code {number}},
 * {@code {extension}}, {@code {source}} (service number and extension), {@code {text}}, {@code {account}},
 * {@code {secret}}, {@code {timestamp}} (seconds since 1970), {@code {time}} (20261129083000) and {@code {signature}}.
 *
 * @param url https, or http on a private line; no redirect is followed
 * @param contentType of the body: what is filled in is written as it asks (JSON, form or XML)
 * @param body of each message
 * @param headers beside it
 * @param signing how the signature is made
 * @param signed what it is of
 * @param encoding how it is written
 * @param answer what the gateway's answer means
 * @param hook how it tells us of reports and replies
 * @param serviceNumber the number citizens see
 * @param lanes windows with the gateway at once, per node
 * @param window requests at once in a lane
 * @param ratePerSecond messages a second, over all nodes; 0 is no cap
 * @param answerWithin a message not answered by then is UNKNOWN
 * @param charactersPerPart as how many messages the gateway bills a text; 67 is usual
 */
record HttpSettings(
        @NotNull @Pattern(regexp = "https?://.+", message = "an address with http:// or https:// is expected")
                String url,
        @NotBlank @DefaultValue("application/json") String contentType,
        @NotBlank String body,
        @NotNull @DefaultValue Map<String, String> headers,
        @NotNull @DefaultValue("") String account,
        @NotNull @DefaultValue("") String secret,
        @NotNull @DefaultValue("NONE") Signing signing,
        @NotNull @DefaultValue("") String signed,
        @NotNull @DefaultValue("HEX") Signing.Encoding encoding,
        @NotNull @Valid Answer answer,
        @NotNull @Valid Hook hook,
        @NotNull @Pattern(regexp = "\\d{3,18}", message = "3 to 18 digits are expected") String serviceNumber,
        @Min(1) @Max(16) @DefaultValue("1") int lanes,
        @Min(1) @Max(1000) @DefaultValue("16") int window,
        @Min(0) @DefaultValue("50") int ratePerSecond,
        @NotNull @DefaultValue("10s") Duration answerWithin,
        @Min(1) @DefaultValue("67") int charactersPerPart) {

    /**
     * What the gateway says, in JSON.
     *
     * @param status where it says whether it took the message, as a JSON pointer: {@code /code}
     * @param accepted what stands there when it did
     * @param later what stands there when it may be tried again
     * @param id where its own id of the message stands
     */
    record Answer(
            @NotBlank String status,
            @NotNull Set<String> accepted,
            @DefaultValue Set<String> later,
            @NotBlank String id) {}

    /**
     * What the gateway sends to {@code /hooks/sms/<name>}: a JSON object, or a form.
     *
     * @param header in which it proves who it is
     * @param signing how: NONE is the secret itself in the header
     * @param signed what the proof is of: {@code {timestamp}}, {@code {body}}, {@code {secret}}
     * @param timestampHeader in which it says when, in seconds since 1970; with one, what is older than five minutes is refused
     * @param list where a list of them stands, as a JSON pointer; empty where the body is one
     * @param state where the state of a report stands; what has none is a reply
     * @param delivered what stands there when the message is delivered
     * @param expired likewise
     * @param pending likewise, when it is not over yet; anything else has failed
     * @param message where a report says which message it is about
     * @param id where a reply's own id stands
     * @param number where the citizen's number stands
     * @param to where our number stands
     * @param text where the text of a reply stands
     * @param answer what the gateway wants to hear
     */
    record Hook(
            @NotBlank @DefaultValue("X-Signature") String header,
            @NotBlank String secret,
            @NotNull @DefaultValue("HMAC_SHA256") Signing signing,
            @NotNull @DefaultValue("{timestamp}.{body}") String signed,
            @NotNull @DefaultValue("HEX") Signing.Encoding encoding,
            @NotNull @DefaultValue("X-Timestamp") String timestampHeader,
            @NotNull @DefaultValue("") String list,
            @NotBlank @DefaultValue("/state") String state,
            @NotNull @DefaultValue("DELIVRD") Set<String> delivered,
            @NotNull @DefaultValue("EXPIRED") Set<String> expired,
            @NotNull @DefaultValue({"ACCEPTD", "ENROUTE"}) Set<String> pending,
            @NotBlank @DefaultValue("/message") String message,
            @NotBlank @DefaultValue("/id") String id,
            @NotBlank @DefaultValue("/number") String number,
            @NotBlank @DefaultValue("/to") String to,
            @NotBlank @DefaultValue("/text") String text,
            @NotNull @DefaultValue("OK") String answer) {}

    /** Without secrets. */
    @Override
    public String toString() {
        return "HttpSettings[" + account + "@" + url + "]";
    }
}
