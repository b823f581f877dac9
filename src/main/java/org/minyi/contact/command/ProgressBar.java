package org.minyi.contact.command;

import java.io.PrintStream;
import java.util.Locale;

/** Shows how far a file is: a bar that redraws itself on a terminal, a line now and then elsewhere. */
final class ProgressBar {

    private static final int WIDTH = 30;
    private static final double LINE_EVERY = 0.25;

    /** Seconds before which a rate says nothing. */
    private static final double SETTLED = 0.5;

    private final PrintStream out;
    private final boolean terminal;
    private String phase = "";
    private long started;
    private double shown;

    ProgressBar(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** So many bytes of the file are through this phase. */
    void at(String phase, long bytes, long total) {
        if (!phase.equals(this.phase)) {
            this.phase = phase;
            started = System.nanoTime();
            shown = 0;
        }
        double part = total == 0 ? 1 : Math.min(1, bytes / (double) total);
        if (terminal) {
            out.print("\r" + line(part, bytes, total) + "  ");
            out.flush();
        } else if (part >= shown + LINE_EVERY || (part == 1 && shown < 1)) {
            shown = part;
            out.println(line(part, bytes, total).strip());
        }
    }

    /** Leaves the line, so that what follows stands below the bar. */
    void end() {
        if (terminal && !phase.isEmpty()) {
            out.println();
        }
        phase = "";
    }

    private String line(double part, long bytes, long total) {
        double seconds = (System.nanoTime() - started) / 1e9;
        double rate = seconds > SETTLED ? bytes / seconds : 0;
        var left = rate > 0 && part > 0.01 ? ", %.0f s left".formatted((total - bytes) / rate) : "";
        int full = (int) Math.round(part * WIDTH);
        var bar = terminal ? "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " : "";
        return String.format(
                Locale.ROOT,
                "%-12s %s%3.0f %%  %s of %s%s%s",
                phase,
                bar,
                part * 100,
                size(bytes),
                size(total),
                rate > 0 ? ", " + size((long) rate) + "/s" : "",
                left);
    }

    private static String size(long bytes) {
        return bytes < 1 << 20
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1024.0)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1048576.0);
    }
}
