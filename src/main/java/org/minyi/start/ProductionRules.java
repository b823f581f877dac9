package org.minyi.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * What may not go live: settings that are missing, passwords that everybody knows, and anything that is only there to
 * be shown. Each finding is one sentence; all of them are told at once.
 */
final class ProductionRules {

    private static final String DATABASE_URL = "spring.datasource.url";
    private static final int SHORTEST_PASSWORD = 8;
    /** As the engine wants them of everybody (PasswordRules of the desk). */
    private static final int SHORTEST_OF_A_PERSON = 10;

    private static final int SHORTEST_KEY = 32;

    private final ConfigurableEnvironment environment;
    private final List<String> findings = new ArrayList<>();

    ProductionRules(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** Refuses with every finding; without the profile production only a mixture of both worlds is refused. */
    void check() {
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            checkShow();
            checkModels();
            checkDatabase();
            checkPassword(
                    "MINYI_DB_PASSWORD",
                    setting("spring.datasource.password"),
                    setting("spring.datasource.username"),
                    SHORTEST_PASSWORD);
            checkMasterKey();
            checkAnchors();
            checkCentre();
            checkFirstAdministrator();
            checkMail();
            checkWaysIn();
            checkCommandLine();
        } else if (isOn("minyi.embedded-postgres") && !setting(DATABASE_URL).isEmpty()) {
            findings.add("A database is named (" + DATABASE_URL + ") but the profile production is not on;"
                    + " add --spring.profiles.active=production, or drop the database to see the demonstration.");
        }
        if (!findings.isEmpty()) {
            throw new StartRefused(String.join("\n", findings));
        }
    }

    private void checkShow() {
        refuseWhenOn(
                "minyi.simulator",
                "The simulated SMS operator is on (minyi.simulator=true); it has no place in"
                        + " production, switch it off.");
        refuseWhenOn(
                "minyi.demonstration",
                "The demonstration city is on (minyi.demonstration=true); its users have a"
                        + " known password, switch it off.");
        refuseWhenOn(
                "minyi.embedded-postgres",
                "The embedded PostgreSQL is on (minyi.embedded-postgres=true);"
                        + " production needs a PostgreSQL of its own, name it in MINYI_DB_URL.");
    }

    /** What a process owner hands in is read before it is stored; a test may do without, nobody else. */
    private void checkModels() {
        if (!environment.getProperty("minyi.desk.check-models", Boolean.class, true)) {
            findings.add("Models are stored unread (minyi.desk.check-models=false); that is for tests,"
                    + " remove the setting.");
        }
    }

    private void checkDatabase() {
        var url = setting(DATABASE_URL);
        if (url.isEmpty()) {
            missing("MINYI_DB_URL", "jdbc:postgresql://db.example.org:5432/minyi");
        } else if (!url.startsWith("jdbc:postgresql://")) {
            findings.add("MINYI_DB_URL does not name a PostgreSQL server; expected is something like"
                    + " jdbc:postgresql://db.example.org:5432/minyi, an embedded database is not for production.");
        } else if (url.toLowerCase(Locale.ROOT).matches(".*[?&](password|sslpassword)=.*")) {
            findings.add("MINYI_DB_URL contains a password; put it into MINYI_DB_PASSWORD, addresses end up in logs.");
        }
        if (setting("spring.datasource.username").isEmpty()) {
            missing("MINYI_DB_USER", "minyi");
        }
        if (environment.getProperty("spring.flyway.enabled", Boolean.class, true)) {
            checkOwner();
        }
    }

    /** Without anchors outside the database its owner could rewrite all evidence unseen. */
    private void checkAnchors() {
        if (setting("minyi.audit.anchors").isEmpty()) {
            missing("MINYI_ANCHORS", "/mnt/anchors");
        }
        var key = setting("minyi.audit.key");
        if (key.isEmpty()) {
            findings.add("MINYI_AUDIT_KEY is missing; make one with: openssl rand -base64 32, keep a copy in a safe"
                    + " place and set it in the environment.");
        } else if (key.length() < SHORTEST_KEY) {
            findings.add("MINYI_AUDIT_KEY has " + key.length() + " characters; at least " + SHORTEST_KEY
                    + " are expected (openssl rand -base64 32).");
        }
    }

    /** Who owns a table can change what it holds unseen; the application must not. */
    private void checkOwner() {
        var owner = setting("spring.flyway.user");
        if (owner.isEmpty()) {
            missing("MINYI_DB_OWNER", "minyi_owner");
        } else if (owner.equals(setting("spring.datasource.username"))) {
            findings.add("MINYI_DB_OWNER and MINYI_DB_USER are the same role; the application must not own its tables,"
                    + " make the two with docker/roles.sql.");
        }
        checkPassword("MINYI_DB_OWNER_PASSWORD", setting("spring.flyway.password"), owner, SHORTEST_PASSWORD);
    }

    private void checkMasterKey() {
        MasterKeyRule.fault("MINYI_MASTER_KEY", setting("minyi.master-key")).ifPresent(findings::add);
    }

    /** Passwords and what stands for them travel sealed. */
    private void checkWaysIn() {
        var directory = setting("minyi.login.ldap.url");
        if (!directory.isEmpty() && !directory.startsWith("ldaps://")) {
            findings.add("MINYI_LDAP_URL does not begin with ldaps://, passwords would travel in the open.");
        }
        var provider = setting("minyi.login.oidc.issuer");
        if (!provider.isEmpty()) {
            if (!provider.startsWith("https://")) {
                findings.add("MINYI_OIDC_ISSUER does not begin with https://, anybody on the way could log in.");
            }
            if (setting("minyi.login.oidc.client").isEmpty()) {
                missing("MINYI_OIDC_CLIENT", "minyi");
            }
        }
    }

    /** Mail may be wanting altogether; whoever names a server names the rest. */
    private void checkMail() {
        if (setting("MINYI_MAIL_HOST").isEmpty()) {
            return;
        }
        if (setting("MINYI_MAIL_USER").isEmpty()) {
            missing("MINYI_MAIL_USER", "minyi@example.org");
        }
        if (setting("minyi.mail.from").isEmpty()) {
            missing("MINYI_MAIL_FROM", "centre@example.org");
        }
        checkPassword(
                "MINYI_MAIL_PASSWORD", setting("MINYI_MAIL_PASSWORD"), setting("MINYI_MAIL_USER"), SHORTEST_PASSWORD);
    }

    /** Every SMS says who asks, and where to ask whether it is genuine. */
    private void checkCentre() {
        if (setting("minyi.centre.name").isEmpty()) {
            missing("MINYI_CENTRE_NAME", "Lanhe Police Public-Opinion Centre");
        }
        if (setting("minyi.centre.hotline").isEmpty()) {
            missing("MINYI_CENTRE_HOTLINE", "0990-110110");
        }
        var code = setting("minyi.centre.code");
        if (!code.isEmpty() && !code.matches("\\d{12}")) {
            findings.add("MINYI_CENTRE_CODE is not a unit code: twelve digits are expected, for example 990100000000.");
        }
    }

    /** Needed once, for the first start; whoever gives one of them has to give all. */
    private void checkFirstAdministrator() {
        var user = setting("minyi.admin.user");
        var password = setting("minyi.admin.password");
        if (user.isEmpty() && password.isEmpty()) {
            return;
        }
        if (user.isEmpty()) {
            missing("MINYI_ADMIN_USER", "zhang.wei");
        } else if (!user.matches("[a-zA-Z0-9.-]+") || user.equals("nobody")) {
            findings.add("MINYI_ADMIN_USER is not a login: letters, digits, dots and hyphens are expected, for example"
                    + " zhang.wei.");
        }
        checkPassword("MINYI_ADMIN_PASSWORD", password, user, SHORTEST_OF_A_PERSON);
        if (setting("minyi.centre.code").isEmpty()) {
            missing("MINYI_CENTRE_CODE", "990100000000");
        }
    }

    private void checkPassword(String name, String password, String user, int shortest) {
        if (password.isEmpty()) {
            findings.add(name + " is missing; set it in the environment.");
        } else if (CommonPasswords.know(password)) {
            findings.add(name + " is a password that everybody knows; set one of your own.");
        } else if (!user.isEmpty() && password.equalsIgnoreCase(user)) {
            findings.add(name + " is the user's own name; set a real password.");
        } else if (password.length() < shortest) {
            findings.add(name + " has " + password.length() + " characters; at least " + shortest + " are expected.");
        }
    }

    /** A command line can be read by everybody on the machine. */
    private void checkCommandLine() {
        var arguments = environment.getPropertySources().get("commandLineArgs");
        if (arguments instanceof org.springframework.core.env.EnumerablePropertySource<?> named) {
            for (var name : named.getPropertyNames()) {
                if (name.toLowerCase(Locale.ROOT).matches(".*(password|secret|(master|audit).?key)")) {
                    findings.add("--" + name + " stands on the command line, where every user of the machine can read"
                            + " it; put it into the environment.");
                }
            }
        }
    }

    private void refuseWhenOn(String property, String sentence) {
        if (isOn(property)) {
            findings.add(sentence);
        }
    }

    private void missing(String name, String example) {
        findings.add(name + " is missing; set it in the environment, for example " + name + "=" + example + ".");
    }

    private boolean isOn(String property) {
        return environment.getProperty(property, Boolean.class, false);
    }

    private String setting(String name) {
        return environment.getProperty(name, "").strip();
    }
}
