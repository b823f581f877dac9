package org.minyi.matrix;

import java.util.Set;

/** What is no leak, each with its reason. Whoever adds a line here takes something away from the matrix. */
final class Exceptions {

    /** Pages of the login: there is nothing of a matter in them, and every try would count for the throttle. */
    private static final Set<String> NOT_ASKED = Set.of("/login", "/login/code");

    private Exceptions() {}

    /** The pocket phone is open to all, and only in the demonstration; it has its own test. */
    static boolean isAsked(Endpoint endpoint) {
        return !NOT_ASKED.contains(endpoint.path()) && !endpoint.path().startsWith("/simulator");
    }

    /**
     * Whoever administers rights can give them, to themselves as well; that is evidence, and no leak of an endpoint. The
     * process owner sends on what failed, and reads nothing of the matter.
     */
    static boolean mayBeAskedBy(String user, Endpoint endpoint) {
        if (user.equals("owner1") && endpoint.toString().matches("PUT .*/job/\\{id}/retries")) {
            return false;
        }
        return !user.equals("admin1") || endpoint.reads() || !endpoint.path().contains("/authorization");
    }

    /**
     * Whoever handed a matter in knows its reference, and reads its number and state by it. Whoever administers rights
     * reads which tasks they are about, by the tasks' ids and nothing else of them. The custodian reads of a matter whose
     * identity is asked for its number, and puts any matter on hold by its number.
     */
    static boolean knows(String user, Endpoint endpoint, Matter matter, String mark) {
        return (user.equals(Callers.MACHINE) && endpoint.path().equals("/api/complaints"))
                || (user.equals("admin1") && endpoint.path().endsWith("/authorization"))
                || (user.equals("custodian1") && endpoint.path().startsWith("/custody/api/holds"))
                || (user.equals("custodian1")
                        && matter.title().equals("north")
                        && mark.equals(matter.parts().get("number")));
    }
}
