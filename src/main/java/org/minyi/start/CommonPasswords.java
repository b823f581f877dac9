package org.minyi.start;

import java.util.Locale;
import java.util.Set;

/** Passwords that everybody knows, among them those of systems as they are delivered. */
public final class CommonPasswords {

    private static final Set<String> KNOWN = Set.of(
            "minyi",
            "minyi123",
            "postgres",
            "password",
            "passw0rd",
            "p@ssw0rd",
            "admin",
            "admin123",
            "administrator",
            "root",
            "demo",
            "demodemo",
            "camunda",
            "secret",
            "changeme",
            "change-me",
            "change_me",
            "changeit",
            "default",
            "test",
            "test1234",
            "guest",
            "user",
            "qwerty",
            "qwertyuiop",
            "12345678",
            "123456789",
            "1234567890",
            "0123456789",
            "9876543210",
            "password1",
            "password12",
            "password123",
            "password1234",
            "passw0rd123",
            "p@ssw0rd123",
            "admin@1234",
            "admin12345",
            "admin123456",
            "administrator1",
            "camunda123",
            "minyi12345",
            "1234567890a",
            "a123456789",
            "aa12345678",
            "abc123456789",
            "abcd123456",
            "1q2w3e4r5t",
            "1qaz2wsx3edc",
            "qwerty12345",
            "qwerty123456",
            "qwertyuiop123",
            "q1w2e3r4t5",
            "asdfghjkl123",
            "asdfghjkl;",
            "zxcvbnm123",
            "iloveyou123",
            "woaini1314",
            "woaini520",
            "woaini1314520",
            "5201314520",
            "1314520520",
            "letmein",
            "letmein123",
            "welcome123",
            "example",
            "todo");

    private CommonPasswords() {}

    /** One of those, however it is written, or one character over and over. */
    public static boolean know(String password) {
        return KNOWN.contains(password.toLowerCase(Locale.ROOT))
                || password.chars().distinct().count() == 1;
    }
}
