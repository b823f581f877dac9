package org.minyi.desk.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.oidc.OidcScopes;

/**
 * Logging in with the city's account (OpenID Connect). Who comes from there has to be a member here, and shows the second
 * factor here when the role needs one.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${minyi.login.oidc.issuer:}'.isEmpty()")
@EnableConfigurationProperties(ProviderSettings.class)
class ProviderLogin {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderLogin.class);
    private static final String CITY = "city";

    private final Belonging belonging;
    private final Entrance entrance;

    ProviderLogin(Belonging belonging, Entrance entrance) {
        this.belonging = belonging;
        this.entrance = entrance;
    }

    /** Asked for what it offers at the first login only: Minyi starts when the provider is away. */
    @Bean
    ClientRegistrationRepository providers(ProviderSettings settings) {
        return new ClientRegistrationRepository() {

            private ClientRegistration found;

            @Override
            public synchronized ClientRegistration findByRegistrationId(String id) {
                if (found == null && CITY.equals(id)) {
                    found = ClientRegistrations.fromIssuerLocation(settings.issuer())
                            .registrationId(CITY)
                            .clientId(settings.client())
                            .clientSecret(settings.secret())
                            .scope(OidcScopes.OPENID, OidcScopes.PROFILE)
                            .userNameAttributeName(settings.claim())
                            .build();
                }
                return CITY.equals(id) ? found : null;
            }
        };
    }

    void configure(OAuth2LoginConfigurer<HttpSecurity> login) {
        login.loginPage(Ways.LOGIN).successHandler(this::cameBack).failureHandler(this::refused);
    }

    /** What the provider confirmed is replaced by what it means here; until then nothing of it is open. */
    private void cameBack(HttpServletRequest request, HttpServletResponse response, Authentication confirmed)
            throws IOException {
        var account = belonging.member(confirmed.getName());
        if (account.isEmpty()) {
            SecurityContextHolder.clearContext();
            request.getSession().invalidate();
            response.sendRedirect(Ways.LOGIN + "?noMember");
            return;
        }
        response.sendRedirect(entrance.first(account.get(), "provider", "/", request, response));
    }

    private void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        LOG.warn("a login with the city's provider failed: {}", why.getMessage());
        response.sendRedirect(Ways.LOGIN + "?refused");
    }
}
