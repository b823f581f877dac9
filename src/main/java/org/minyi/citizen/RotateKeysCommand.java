package org.minyi.citizen;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.minyi.audit.CommandParts;
import org.minyi.start.MasterKeyRule;
import org.minyi.start.StartRefused;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/**
 * {@code java -jar minyi.jar rotate-keys}: seals everything under a new key, beside the running servers; with
 * {@code --master} wraps the keys under the master key in MINYI_MASTER_KEY_NEW. Needs the environment of a server.
 */
public final class RotateKeysCommand {

    private static final String USAGE =
            """
            rotate-keys            seals names, numbers, addresses and words under a new key; servers may run meanwhile.
                                   After an interruption: run it again, it goes on where it was.
            rotate-keys --master   wraps the keys under the master key in MINYI_MASTER_KEY_NEW. Afterwards put that into
                                   MINYI_MASTER_KEY (embedded database: into master.key) and restart every server.
            The environment is that of a server: MINYI_DB_URL, MINYI_DB_USER, MINYI_DB_PASSWORD, MINYI_MASTER_KEY.
            """;

    private static final int DONE = 0;
    private static final int REFUSED = 1;

    private final PrintStream out;
    private final PrintStream err;

    RotateKeysCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs with the arguments after {@code rotate-keys}; answers the exit code. */
    public static int run(List<String> arguments) {
        return new RotateKeysCommand(System.out, System.err).run(arguments, System.getenv());
    }

    int run(List<String> arguments, Map<String, String> environment) {
        if (arguments.contains("--help")) {
            out.print(USAGE);
            return DONE;
        }
        var isMaster = arguments.contains("--master");
        var next = environment.getOrDefault("MINYI_MASTER_KEY_NEW", "");
        var fault = isMaster ? MasterKeyRule.fault("MINYI_MASTER_KEY_NEW", next) : java.util.Optional.<String>empty();
        if (fault.isPresent()) {
            err.println(fault.get());
            return REFUSED;
        }
        // Settings of Spring may follow, as for a server; the rest is ours.
        var settings = arguments.stream().filter(one -> !one.equals("--master")).toArray(String[]::new);
        try (var minyi = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .run(settings)) {
            var rotation = minyi.getBean(Rotation.class);
            if (isMaster) {
                int keys = rotation.rewrap(MasterKey.read(next).orElseThrow());
                out.println(keys + " keys are wrapped under the new master key. Put it into MINYI_MASTER_KEY (embedded"
                        + " database: into master.key), keep a copy, and restart every server.");
            } else {
                int key = rotation.run(this::show);
                out.println("Everything is sealed under key " + key + "; older keys are gone.");
            }
            return DONE;
        } catch (StartRefused alreadyTold) {
            return REFUSED;
        } catch (RuntimeException failed) {
            err.println("The keys were not rotated to the end ("
                    + failed.getClass().getSimpleName() + "); run it again, it goes on where it was.");
            return REFUSED;
        }
    }

    private void show(Place place, long done, long total) {
        out.printf(Locale.ROOT, "%-14s %,d of %,d%n", place.name, done, total);
    }

    /** As much of Minyi as this needs. No component of the application: nobody scans it. */
    @Import({CommandParts.class, MasterKey.class, KeyTables.class, ResealTables.class, Keyring.class, Rotation.class})
    static class Parts {}
}
