package org.minyi.desk.door;

import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Believes what a proxy says of whoever is behind it, when one is named; otherwise anybody could claim to call from
 * anywhere, and no count per source would hold.
 */
@Component
class TrustedProxy implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final LoginSettings settings;

    TrustedProxy(LoginSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        if (settings.trustedProxy().isBlank()) {
            return;
        }
        var valve = new RemoteIpValve();
        valve.setInternalProxies(settings.trustedProxy());
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        tomcat.addEngineValves(valve);
    }
}
