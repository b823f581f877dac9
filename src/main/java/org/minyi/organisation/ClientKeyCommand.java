package org.minyi.organisation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.minyi.audit.CommandParts;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/**
 * {@code java -jar minyi.jar client-key}: issues the key of a machine client, and revokes it, beside the running servers.
 * Needs the environment of a server.
 */
public final class ClientKeyCommand {

    private static final String USAGE =
            """
            client-key issue NAME --source SOURCE... --channel CHANNEL...
                   prints a new key for the system NAME; its old one ends. It may hand in contacts of these sources and
                   matters of these channels, and no others; '*' is each. The key is printed once and not kept.
            client-key revoke NAME
                   ends the key of NAME, at once.
            The environment is that of a server: MINYI_DB_URL, MINYI_DB_USER, MINYI_DB_PASSWORD.
            """;

    private static final int DONE = 0;
    private static final int REFUSED = 1;

    private final PrintStream out;
    private final PrintStream err;

    ClientKeyCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs with the arguments after {@code client-key}; answers the exit code. */
    public static int run(List<String> arguments) {
        return new ClientKeyCommand(System.out, System.err).issueOrRevoke(arguments);
    }

    int issueOrRevoke(List<String> arguments) {
        if (arguments.contains("--help")) {
            out.print(USAGE);
            return DONE;
        }
        var asked = Asked.read(arguments);
        if (asked.fault() != null) {
            err.println(asked.fault());
            return REFUSED;
        }
        try (var parts = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                // Joins a database that runs already, and asks for none of what only a running Minyi needs.
                .properties("minyi.beside=true")
                .run(asked.settings().toArray(String[]::new))) {
            return asked.of(parts.getBean(ClientKeys.class), out, err);
        } catch (RuntimeException failed) {
            // Spring has said why.
            err.println("Nothing was changed.");
            return REFUSED;
        }
    }

    /**
     * What was asked for.
     *
     * @param settings settings of Spring, as for a server
     * @param fault what is wrong with it, in one sentence; null when nothing is
     */
    private record Asked(boolean issue, MachineClient client, List<String> settings, String fault) {

        static Asked read(List<String> arguments) {
            var plain = new ArrayList<String>();
            var settings = new ArrayList<String>();
            var sources = new HashSet<String>();
            var channels = new HashSet<String>();
            Set<String> into = null;
            for (var argument : arguments) {
                if (argument.equals("--source")) {
                    into = sources;
                } else if (argument.equals("--channel")) {
                    into = channels;
                } else if (argument.startsWith("--")) {
                    settings.add(argument);
                    // What follows a mistyped --channel is no source.
                    into = null;
                } else if (into != null) {
                    into.add(argument);
                } else {
                    plain.add(argument);
                }
            }
            if (plain.size() != 2 || !Set.of("issue", "revoke").contains(plain.get(0))) {
                return faulty("'issue NAME' or 'revoke NAME' is expected; see --help.");
            }
            var isIssue = plain.get(0).equals("issue");
            if (isIssue && sources.isEmpty() && channels.isEmpty()) {
                return faulty("A key that may hand in nothing is no use: --source, --channel or both; see --help.");
            }
            return new Asked(isIssue, new MachineClient(plain.get(1), sources, channels), settings, null);
        }

        private static Asked faulty(String sentence) {
            return new Asked(false, null, List.of(), sentence);
        }

        int of(ClientKeys keys, PrintStream out, PrintStream err) {
            if (issue) {
                out.println(keys.issue(client));
                return DONE;
            }
            if (keys.revoke(client.name())) {
                out.println("The key of " + client.name() + " opens nothing any more.");
                return DONE;
            }
            err.println("There is no key of " + client.name() + " to revoke.");
            return REFUSED;
        }
    }

    /** As much of Minyi as this needs. No component of the application: nobody scans it. */
    @Import({CommandParts.class, OrganisationTables.class, ClientKeys.class})
    static class Parts {}
}
