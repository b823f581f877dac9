package org.minyi.desk.door;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody who came in, as the session remembers it. There is no half of it: a second factor comes before. */
final class Person extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final String userId;
    private final String stamp;
    private final Instant since;
    private final String factor;

    /**
     * Somebody who came in.
     *
     * @param stamp of the password then: another password ends the session
     * @param factor stamp of the second factor that was shown; empty where none was
     */
    Person(String userId, String stamp, Instant since, String factor) {
        super(List.of());
        this.userId = userId;
        this.stamp = stamp;
        this.since = since;
        this.factor = factor;
        super.setAuthenticated(true);
    }

    @Override
    public String getPrincipal() {
        return userId;
    }

    @Override
    public Object getCredentials() {
        return null;
    }

    String stamp() {
        return stamp;
    }

    Instant since() {
        return since;
    }

    String factor() {
        return factor;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Person person
                && userId.equals(person.userId)
                && stamp.equals(person.stamp)
                && since.equals(person.since)
                && factor.equals(person.factor);
    }

    @Override
    public int hashCode() {
        return Objects.hash(userId, stamp, since, factor);
    }
}
