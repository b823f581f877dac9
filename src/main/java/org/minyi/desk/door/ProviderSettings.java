package org.minyi.desk.door;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The city's provider of identities (OpenID Connect).
 *
 * @param issuer its address; empty where there is none
 * @param claim which of its claims is the user id here
 */
@Validated
@ConfigurationProperties("minyi.login.oidc")
record ProviderSettings(
        @NotNull @DefaultValue("") String issuer,
        @NotNull @DefaultValue("") String client,
        @NotNull @DefaultValue("") String secret,
        @NotNull @DefaultValue("preferred_username") String claim) {

    @Override
    public String toString() {
        return "ProviderSettings[" + issuer + "]";
    }
}
