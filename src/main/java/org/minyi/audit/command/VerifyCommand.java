package org.minyi.audit.command;

import java.io.PrintStream;
import java.util.List;
import org.minyi.audit.Verdict;
import org.minyi.audit.Verification;
import org.minyi.audit.VerificationParts;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * {@code java -jar minyi.jar verify}: computes the chain of evidence anew and compares it with its anchors. Beside a
 * running Minyi or without one, on its machine or on an auditor's own: it needs the database, the anchors and their key.
 */
public final class VerifyCommand {

    private static final int HOLDS = 0;
    private static final int DOES_NOT_HOLD = 1;
    private static final int SLOW = 50_000;

    private final PrintStream out;
    private long toldOf;

    VerifyCommand(PrintStream out) {
        this.out = out;
    }

    /** Runs with the arguments after {@code verify}, settings all of them; answers the exit code. */
    public static int run(List<String> arguments) {
        return new VerifyCommand(System.out).verify(arguments);
    }

    int verify(List<String> arguments) {
        try (var parts = new SpringApplicationBuilder(VerificationParts.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(true)
                // Joins a database that runs already, and asks for none of what only a running Minyi needs.
                .properties("minyi.beside=true")
                .run(arguments.toArray(String[]::new))) {
            var verdict = parts.getBean(Verification.class).whole(this::tell);
            print(verdict);
            return verdict.holds() ? HOLDS : DOES_NOT_HOLD;
        } catch (RuntimeException failed) {
            // Spring has said why; a verification that did not take place proves nothing.
            out.println("The evidence was not verified.");
            return DOES_NOT_HOLD;
        }
    }

    private void tell(long position, long end) {
        var tenth = 10 * position / Math.max(1, end);
        if (end > SLOW && tenth > toldOf) {
            toldOf = tenth;
            out.println("%3d %% of %,d".formatted(tenth * 10, end));
        }
    }

    private void print(Verdict verdict) {
        var seconds = verdict.took().toMillis() / 1000.0;
        if (verdict.holds()) {
            out.println("The evidence holds: %,d facts, each as it was kept, none missing, none too many (%.1f s)."
                    .formatted(verdict.facts(), seconds));
        } else {
            out.println("The evidence does not hold: %,d faults in %,d facts (%.1f s)."
                    .formatted(verdict.faults(), verdict.facts(), seconds));
            verdict.findings().forEach(finding -> out.println("  " + finding.sentence()));
            if (verdict.faults() > verdict.findings().size()) {
                out.println("  and %,d more"
                        .formatted(verdict.faults() - verdict.findings().size()));
            }
        }
        out.println(anchors(verdict));
    }

    private static String anchors(Verdict verdict) {
        if (verdict.anchors() == 0) {
            return "There is no anchor to compare it with: whoever owns the database could have rewritten all of it.";
        }
        return "%,d anchors were compared; the last one vouches for the chain up to position %,d of %,d."
                .formatted(verdict.anchors(), verdict.anchored(), verdict.end());
    }
}
