package org.minyi.desk.door;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.minyi.desk.Visitors;
import org.minyi.desk.password.Accounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Four doors, and nothing beside them: machines with a key or without any secret (the health), citizens, who have none,
 * scripts with a password in every call, and people, who log in on one page for the web apps and our own pages alike.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(LoginSettings.class)
class DoorChains {

    /** Our pages bring their scripts and styles as files; nothing else runs or is shown in them. */
    private static final String POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';" + " frame-ancestors 'none'";

    /** The citizens' pages run no script at all, and tell no other site where somebody comes from. */
    private static final String COUNTER_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private static final int AFTER_SPRING_SECURITY = SecurityProperties.DEFAULT_FILTER_ORDER + 300;

    /** The engine's forms keep what was typed in the browser: the next one at this desk does not find it. */
    static final HeaderWriter FORGET = new StaticHeadersWriter("Clear-Site-Data", "\"storage\"");

    private final boolean tls;
    private final boolean simulator;

    DoorChains(
            @Value("${server.servlet.session.cookie.secure:false}") boolean tls,
            @Value("${minyi.simulator:false}") boolean simulator) {
        this.tls = tls;
        this.simulator = simulator;
    }

    /** Every way to prove a password, the engine's own first: it opens when the directory is down too. */
    @Bean
    AuthenticationManager passwords(List<AuthenticationProvider> ways) {
        return new ProviderManager(ways);
    }

    /**
     * Keys are looked at by the rooms' own gate (MachineClients), signatures by whoever hears what was signed; of the
     * actuator nothing is open but the health.
     */
    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http) throws Exception {
        headers(http.securityMatcher(Ways.MACHINES));
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.disable())
                .authorizeHttpRequests(may -> may.requestMatchers(Ways.HEALTH)
                        .permitAll()
                        .requestMatchers(Ways.KEYED, Ways.SIGNED, Ways.OPEN311)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint((request, response, why) -> response.sendError(404)))
                .build();
    }

    /**
     * Citizens have no login, no session and no cookie: what opens a matter to them is in the form they send. So no other
     * site can use anything they hold, and a token against that would be one cookie more.
     */
    @Bean
    @Order(2)
    SecurityFilterChain counter(HttpSecurity http) throws Exception {
        headers(http.securityMatcher(Ways.COUNTER));
        return http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(COUNTER_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.disable())
                .authorizeHttpRequests(may -> may.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain scripts(
            HttpSecurity http,
            Doormat doormat,
            Accounts accounts,
            IdentityService identity,
            Refusals refusals,
            Throttle throttle,
            Clock clock)
            throws Exception {
        headers(http.securityMatcher(Ways.WITH_PASSWORD));
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.disable())
                .addFilterBefore(
                        new BasicDoor(doormat, accounts, identity, refusals, throttle, clock),
                        AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(may -> may.anyRequest().authenticated())
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain people(
            HttpSecurity http,
            Accounts accounts,
            SecondFactorRoles twoFactors,
            SecondFactors factors,
            LoginSettings settings,
            Refusals refusals,
            PageToken token,
            LoginRecord evidence,
            ObjectProvider<ProviderLogin> provider,
            Clock clock)
            throws Exception {
        RequestMatcher shown = simulator ? Ways.SIMULATOR : request -> false;
        headers(http);
        var login = provider.getIfAvailable();
        if (login != null) {
            http.oauth2Login(login::configure);
        }
        return http.csrf(csrf -> csrf.csrfTokenRepository(token)
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .ignoringRequestMatchers(Ways.WEB_APPS, shown))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.logoutUrl(Ways.LOGOUT)
                        .logoutSuccessUrl(Ways.LOGIN + "?out")
                        .addLogoutHandler(new HeaderWriterLogoutHandler(FORGET))
                        .addLogoutHandler((request, response, who) -> {
                            if (who instanceof Person person) {
                                evidence.wentOut(person.getPrincipal());
                            }
                        })
                        .deleteCookies("JSESSIONID"))
                .addFilterBefore(
                        new StillHere(accounts, twoFactors, factors, settings, clock),
                        AnonymousAuthenticationFilter.class)
                .addFilterAfter(tellTheToken(), AuthorizationFilter.class)
                .authorizeHttpRequests(may -> may.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(Ways.LOGIN_PAGE, shown)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, why) -> refusals.nobody(request, response))
                        .accessDeniedHandler((request, response, why) -> refusals.forbidden(request, response)))
                .build();
    }

    /** Before the engine's own filters, which begin without an order. */
    @Bean
    FilterRegistrationBean<Filter> webAppDoor(Visitors visitors, LoginRecord evidence) {
        var door = new FilterRegistrationBean<Filter>(new WebAppDoor(visitors, evidence));
        door.setName("web-app-door");
        door.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        door.setOrder(AFTER_SPRING_SECURITY);
        return door;
    }

    /** A page's script finds the token in its cookie before it has changed anything. */
    private static Filter tellTheToken() {
        return (request, response, next) -> {
            if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                    && SecurityContextHolder.getContext().getAuthentication() instanceof Person) {
                token.getToken();
            }
            next.doFilter(request, response);
        };
    }

    /** The engine's web apps bring their own policy, which is kept. */
    private void headers(HttpSecurity http) throws Exception {
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(
                        new DelegatingRequestMatcherHeaderWriter(Ways.NEVER_KEPT, new CacheControlHeadersWriter()))
                .httpStrictTransportSecurity(hsts -> {
                    if (tls) {
                        hsts.requestMatcher(AnyRequestMatcher.INSTANCE);
                    } else {
                        hsts.disable();
                    }
                }));
    }
}
