package org.minyi.desk;

/** Nobody is logged in at the desk, or the password is wrong. */
public class NobodyLoggedIn extends RuntimeException {

    public NobodyLoggedIn() {
        super("nobody is logged in: log in to Tasklist first");
    }
}
