package org.minyi.desk.login;

import org.minyi.organisation.CentreSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The administrator stands before the first login page is shown. What may not be set was refused before. */
@Component
@Profile("production")
class FirstAdministratorAtStart implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministratorAtStart.class);

    private final FirstAdministrator first;
    private final CentreSettings centre;
    private final String user;
    private final String password;

    FirstAdministratorAtStart(
            FirstAdministrator first,
            CentreSettings centre,
            @Value("${minyi.admin.user}") String user,
            @Value("${minyi.admin.password}") String password) {
        this.first = first;
        this.centre = centre;
        this.user = user.strip();
        this.password = password;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!first.isMissing()) {
            return;
        }
        if (user.isEmpty()) {
            LOG.warn("nobody can log in: there is no administrator yet; start once with MINYI_ADMIN_USER,"
                    + " MINYI_ADMIN_PASSWORD and MINYI_CENTRE_CODE");
            return;
        }
        first.appoint(user, password, centre);
        LOG.info("{} is the first administrator", user);
    }
}
