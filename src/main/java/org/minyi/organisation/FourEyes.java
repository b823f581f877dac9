package org.minyi.organisation;

/** Four eyes: what one person did, another one releases or confirms. */
public final class FourEyes {

    private FourEyes() {}

    /**
     * Refuses whoever did the first step, and whoever cannot be named: nobody is no second person.
     *
     * @param first user id of whoever did the first step; null when no person did
     * @param second user id of whoever is logged in; null when nobody is
     * @param refusal what the first person is told
     */
    public static void mustBeSecond(String first, String second, String refusal) {
        if (second == null) {
            throw new NotASecondPerson("A second person has to do this under their own login.");
        }
        if (second.equals(first)) {
            throw new NotASecondPerson(refusal);
        }
    }
}
