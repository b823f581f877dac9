package org.minyi.desk.form;

import java.util.Set;

/**
 * The fields of a form that never reach the engine: what people said or wrote, and who a citizen is. The names are a
 * promise of the forms, not of one form: every free text is called {@code …Words}.
 */
final class SealedNames {

    static final String NAME = "citizenName";
    static final String PHONE = "citizenPhone";
    static final String MINOR = "citizenMinor";
    static final String ADDRESS = "citizenAddress";

    private static final String WORDS = "Words";
    /** What the person the matter is about said; all other words are those of whoever fills the form in. */
    private static final Set<String> OF_CITIZEN = Set.of("complaintWords", "callWords");

    private static final Set<String> IDENTITY = Set.of(NAME, PHONE, MINOR, ADDRESS);

    private SealedNames() {}

    static boolean isSealed(String variable) {
        return isWords(variable) || isIdentity(variable);
    }

    static boolean isWords(String variable) {
        return variable.endsWith(WORDS);
    }

    static boolean isOfCitizen(String words) {
        return OF_CITIZEN.contains(words);
    }

    static boolean isIdentity(String variable) {
        return IDENTITY.contains(variable);
    }
}
