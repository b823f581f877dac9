package org.minyi.channel.phone.cti;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.minyi.channel.http.Signing;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One exchange: {@code minyi.phone.cti.<name>.…}. In body, headers and signature stand {@code {id}}, {@code {extension}},
 * {@code {number}}, {@code {account}}, {@code {secret}}, {@code {timestamp}} (seconds since 1970) and {@code {signature}}.
 *
 * @param url where it is asked to dial, https, or http on a private line; empty where it only tells of calls
 * @param contentType of the body: what is filled in is written as it asks (JSON, form or XML)
 * @param body of an order to dial
 * @param headers beside it
 * @param signing how the signature is made
 * @param signed what it is of
 * @param encoding how it is written
 * @param numberPrefix what the exchange wants before a citizen's number
 * @param publicHotline the numbers of the public hotline, as the exchange writes whom somebody called
 * @param policeHotline likewise, of the police hotline
 * @param hook how it proves that it is it that tells of calls
 * @param answerWithin how long it has to answer
 */
record CtiSettings(
        @NotNull
                @Pattern(regexp = "(https?://.+)?", message = "an address with http:// or https:// is expected")
                @DefaultValue("")
                String url,
        @NotBlank @DefaultValue("application/json") String contentType,
        @NotNull @DefaultValue("{\"call\": \"{id}\", \"extension\": \"{extension}\", \"number\": \"{number}\"}")
                String body,
        @NotNull @DefaultValue Map<String, String> headers,
        @NotNull @DefaultValue("") String account,
        @NotNull @DefaultValue("") String secret,
        @NotNull @DefaultValue("HMAC_SHA256") Signing signing,
        @NotNull @DefaultValue("{timestamp}.{id}.{extension}.{number}") String signed,
        @NotNull @DefaultValue("HEX") Signing.Encoding encoding,
        @NotNull @Pattern(regexp = "\\d{0,6}", message = "at most 6 digits are expected") @DefaultValue("")
                String numberPrefix,
        @NotNull @DefaultValue Set<String> publicHotline,
        @NotNull @DefaultValue Set<String> policeHotline,
        @NotNull @Valid Hook hook,
        @NotNull @DefaultValue("5s") Duration answerWithin) {

    /**
     * What it shows to {@code /hooks/phone/<name>}.
     *
     * @param secret as Standard Webhooks has it: {@code whsec_} and base64, or a text of 32 characters or more
     * @param oldSecret the one before, while both are in use; empty otherwise
     */
    record Hook(@NotBlank String secret, @NotNull @DefaultValue("") String oldSecret) {

        /** Without secrets. */
        @Override
        public String toString() {
            return "Hook[sealed]";
        }
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "CtiSettings[" + account + "@" + url + "]";
    }
}
