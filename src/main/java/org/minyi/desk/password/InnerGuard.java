package org.minyi.desk.password;

/** Counts passwords that are tried by somebody who is in already. */
public interface InnerGuard {

    /** Counts this try; says whether it may be looked at. */
    boolean mayTry(String userId);

    void wasRight(String userId);
}
