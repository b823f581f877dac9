package org.minyi.desk.door;

import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who came in and who was refused, as evidence; in a transaction of its own, since a refusal rolls back whatever else was
 * begun. Tries that were not even looked at leave none: there may be millions.
 */
@Component
class LoginRecord {

    private final Evidence evidence;
    private final TransactionTemplate own;

    LoginRecord(Evidence evidence, PlatformTransactionManager transactions) {
        this.evidence = evidence;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** By the page, a script, or the city's provider. */
    void cameIn(String userId, String way, String source, boolean twoFactors) {
        keep(Fact.of(Deed.LOGGED_IN, userId)
                .with("way", way)
                .with("source", source)
                .with("factors", twoFactors ? 2 : 1));
    }

    /** By a user who is known; what somebody else typed is not kept. */
    void refused(String userId, String source, String what) {
        keep(Fact.of(Deed.LOGIN_REFUSED, userId).with("wrong", what).with("source", source));
    }

    void strangerRefused(String source) {
        keep(Fact.of(Deed.LOGIN_REFUSED, Fact.MINYI).with("wrong", "name").with("source", source));
    }

    void wentOut(String userId) {
        keep(Fact.of(Deed.LOGGED_OUT, userId));
    }

    void keep(Deed deed, String by, String name, String value) {
        keep(Fact.of(deed, by).with(name, value));
    }

    private void keep(Fact fact) {
        own.executeWithoutResult(status -> evidence.keep(fact));
    }
}
