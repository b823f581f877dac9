package org.minyi.desk.door;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Groups;
import org.minyi.organisation.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people come in.
 *
 * @param attempts wrong passwords of one account from one source, before that source is refused for the account
 * @param attemptsPerSource wrong passwords from one source, whatever the account; those who came in from there before
 *     are not held up by it
 * @param window how long wrong passwords count, and how long a refusal lasts
 * @param longest the longest a session lasts, however busy; idle ones end by server.servlet.session.timeout
 * @param remembered how long a script's right password is remembered in memory, so that not every call costs a slow hash
 * @param secondFactorRoles groups of the roles that need a second factor, for example administrator
 * @param trustedProxy the addresses of the proxy whose X-Forwarded-For is believed, as a regular expression; empty: nobody's
 */
@Validated
@ConfigurationProperties("minyi.login")
record LoginSettings(
        @Min(1) @Max(100) @DefaultValue("5") int attempts,
        @Min(1) @DefaultValue("100") int attemptsPerSource,
        @NotNull @DefaultValue("15m") Duration window,
        @NotNull @DefaultValue("12h") Duration longest,
        @NotNull @DefaultValue("5m") Duration remembered,
        @NotNull @DefaultValue Set<String> secondFactorRoles,
        @NotNull @DefaultValue("") String trustedProxy) {

    LoginSettings {
        for (var group : secondFactorRoles) {
            if (!group.equals(Groups.CAMUNDA_ADMIN) && Role.ofGroup(group).isEmpty()) {
                throw new IllegalArgumentException(
                        "minyi.login.second-factor-roles: '%s' is not a role; expected are for example administrator, auditor"
                                .formatted(group));
            }
        }
    }
}
